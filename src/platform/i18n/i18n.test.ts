import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import {
  addCatalogue,
  formatDate,
  formatPercent,
  formatTime,
  speaking,
  speakingThroughout,
  t,
  tn,
} from './i18n.ts';

addCatalogue('cy', {
  'Saved on {day}.': 'Cadwyd ar {day}.',
  '{n} answers': '{n} ateb | {n} ateb | {n} ateb | {n} ateb | {n} ateb | {n} ateb',
});
const welsh = { locale: 'cy', zone: 'Europe/London' };
const maori = { locale: 'mi', zone: 'Pacific/Auckland' };
const moment = new Date('2026-11-22T12:30:00Z');

test('what is said after waiting is said in the language and the zone of whoever asked', async () => {
  const said = await Promise.all(
    [welsh, maori].map((tongue) =>
      speakingThroughout(tongue, async () => {
        await setTimeout(5);
        return [t('Saved on {day}.', { day: '22' }), formatTime(moment)];
      }),
    ),
  );
  assert.deepEqual(said, [
    ['Cadwyd ar 22.', '12:30'],
    ['Saved on 22.', formatTimeIn('mi', 'Pacific/Auckland')],
  ]);
  assert.equal(t('Saved on {day}.', { day: '22' }), 'Saved on 22.', 'and English outside');
});

const formatTimeIn = (locale: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(moment);

test('drawing in one language inside the work of another goes back to that', async () => {
  await speakingThroughout(welsh, async () => {
    const inner = speaking({ locale: 'en-GB', zone: 'Europe/London' }, () =>
      tn(2, '{n} answer', '{n} answers'),
    );
    assert.equal(inner, '2 answers');
    assert.equal(tn(2, '{n} answer', '{n} answers'), '2 ateb');
  });
});

test('a moment is named by the day it falls on in the zone, however near to midnight', () => {
  const late = new Date('2026-11-22T11:59:00Z');
  const day = (zone: string, at: Date): string => speaking({ locale: 'en-GB', zone }, () => formatDate(at));
  assert.equal(day('Pacific/Auckland', late), '23 November 2026');
  assert.equal(day('Pacific/Auckland', new Date('2026-11-22T10:59:00Z')), '22 November 2026');
  assert.equal(day('Asia/Kathmandu', new Date('2026-11-22T18:14:59Z')), '22 November 2026');
  assert.equal(day('Asia/Kathmandu', new Date('2026-11-22T18:15:00Z')), '23 November 2026');
});

test('words in braces that nobody fills stay as they are', () => {
  assert.equal(t('{a} and {b}', { a: 'one' }), 'one and {b}');
});

test('a share is written as the language writes percentages', () => {
  assert.equal(
    speaking({ locale: 'en-GB', zone: 'UTC' }, () => formatPercent(0.553)),
    '55%',
  );
  assert.equal(
    speaking({ locale: 'fr', zone: 'UTC' }, () => formatPercent(0.25)),
    '25\u00a0%',
  );
});
