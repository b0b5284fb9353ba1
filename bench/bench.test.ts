import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile } from './load.ts';
import { missedAims, type Report } from './report.ts';

test('of a hundred times the ninety-fifth is the slowest of the quick ones', () => {
  const times = Array.from({ length: 100 }, (_, n) => 100 - n);
  assert.equal(percentile(times, 0.95), 95);
  assert.equal(percentile(times, 0.5), 50);
  assert.equal(percentile([7], 0.95), 7);
  assert.equal(percentile([], 0.95), 0);
});

const page = {
  name: 'today',
  rows: 30,
  cpu_us: 600,
  queries: 4,
  html_bytes: 1,
  compressed_bytes: 1,
  p50_ms_c1: 1,
  p95_ms_c1: 1,
  rps_c8: 1,
  p95_ms_c8: 1,
};
const report = (over: Partial<Report>): Report => ({
  constant: { cpu_us: 100, rps_c8: 1 },
  pages: [page],
  first_visit: { bytes: 61_440, requests: 4 },
  memory: { server_mb: 200, database_mb: 50 },
  load: [],
  ...over,
});

test('figures at their aim pass, and one beyond it is named', () => {
  assert.deepEqual(missedAims(report({})), []);
  const names = (over: Partial<Report>) => missedAims(report(over)).join(' ');
  assert.match(names({ pages: [{ ...page, cpu_us: 601 }] }), /today costs/);
  assert.match(names({ pages: [{ ...page, queries: 5 }] }), /5 times/);
  assert.match(names({ pages: [{ ...page, open_ms: 500 }] }), /opens in 500 ms/);
  assert.deepEqual(missedAims(report({ pages: [{ ...page, open_ms: null }] })), []);
  assert.match(names({ first_visit: { bytes: 61_441, requests: 4 } }), /first visit/);
  assert.match(names({ memory: { server_mb: 201, database_mb: 50 } }), /251 MB/);
});

test('a page of two hundred rows has fifteen times the constant page', () => {
  assert.deepEqual(missedAims(report({ pages: [{ ...page, rows: 200, cpu_us: 1500 }] })), []);
  assert.equal(missedAims(report({ pages: [{ ...page, rows: 200, cpu_us: 1501 }] })).length, 1);
});
