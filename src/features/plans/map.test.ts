import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapRows } from './map/map-rows.ts';
import type { ListedPlan } from './plan.ts';
import { plansScene } from './plans.scene.ts';

const planned = (title: string, startsOn: string, endsOn: string): ListedPlan => ({
  id: title,
  title,
  subject: 'History',
  yearKey: '4',
  startsOn,
  endsOn,
  readyAt: null,
  author: '',
  changedAt: new Date(0),
});
const terms = [
  { startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { startsOn: '2027-01-04', endsOn: '2027-03-26' },
];

test('gaps are the weeks of term with nothing planned; holidays are none, and days between two plans are none', () => {
  const [row] = mapRows(
    [
      planned('Romans', '2026-09-01', '2026-10-23'),
      planned('Celts', '2026-10-27', '2026-11-20'),
      planned('Vikings', '2026-12-18', '2027-01-15'),
    ],
    [],
    terms,
  );
  assert.deepEqual(row!.gaps, [
    { startsOn: '2026-11-21', endsOn: '2026-12-17' },
    { startsOn: '2027-01-16', endsOn: '2027-03-26' },
  ]);
  assert.deepEqual(row!.overlapping, []);
  assert.equal(row!.lanes.length, 1);
});

test('two that are taught at the same time lie in two lanes and are said; what was taught last year is a gap of its own', () => {
  const rows = mapRows(
    [planned('Romans', '2026-09-01', '2026-12-18'), planned('Local', '2026-12-18', '2027-03-26')],
    [{ subject: 'History', yearKey: '3' }],
    terms,
  );
  assert.deepEqual(
    rows.map(({ yearKey }) => yearKey),
    ['3', '4'],
  );
  assert.equal(rows[0]!.gaps.length, 2);
  assert.deepEqual(
    rows[1]!.lanes.map((lane) => lane.map(({ title }) => title)),
    [['Romans'], ['Local']],
  );
  assert.equal(rows[1]!.overlapping.length, 2);
});

test('the map shows plans, gaps to plan and what meets; points not planned are said', async () => {
  const { as, plan, offered } = await plansScene();
  const at = await plan();
  await plan({
    title: 'Roman numbers',
    subject: 'Mathematics',
    starts_on: '2026-11-16',
    ends_on: '2026-11-27',
  });
  await plan({ title: 'Our street', starts_on: '2026-12-07', ends_on: '2026-12-18' });
  const ffion = await as('ffion');
  const map = (await (await as('huw')).get('/plans/map')).text;
  assert.match(map, /What is taught in 2026\/27/);
  assert.match(map, /<title>The Romans in Britain, [^<]+</);
  assert.match(
    map,
    /two are taught at the same time[^]*History, Year 4<\/bdi>: The Romans in Britain and Our street/,
  );
  assert.match(map, /\/plans\/new\?subject=History&amp;year=4&amp;from=2026-09-01&amp;until=2026-11-01/);
  const roman = (await offered(at)).find(([, words]) => /Roman Empire/.test(words))![0];
  await ffion.post(`${at}/points`, { point: [roman], offered: roman });
  const coverage = (await ffion.get('/plans/coverage?subject=History')).text;
  assert.match(coverage, /Roman Empire[^]*?The Romans in Britain<\/bdi>/);
  assert.match(coverage, /29 points of History|\d+ are named by no plan yet/);
});

test('plans of two subjects that share rare words are proposed, with the words; common ones propose nothing', async () => {
  const { as, plan } = await plansScene();
  const ffion = await as('ffion');
  const write = async (at: string, text: string) => ffion.post(`${at}/parts/words`, { text, version: '0' });
  await write(await plan(), 'aqueduct, numerals, emperor, children');
  await write(
    await plan({ title: 'Ways of counting', subject: 'Mathematics' }),
    'numerals, emperor, children',
  );
  await write(await plan({ title: 'Singing', subject: 'Music' }), 'rhythm, children');
  await write(
    await plan({ title: 'Ways of counting', subject: 'Mathematics', year: '5' }),
    'aqueduct, numerals',
  );
  const { text } = await ffion.get('/plans/together');
  assert.match(text, /1 pair/);
  assert.match(text, /Year 4<\/strong>:[^]*The Romans in Britain[^]*Ways of counting/);
  assert.match(text, /Both speak of [^<]*numerals/);
});
