import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, primary, today } from '../registers.scene.ts';
import { codesOfList, lists, presentCode, usualList } from './code.ts';

const path = '/school/attendance-codes';
const idOf = (text: string, name: string): string =>
  new RegExp(`href="${path}/([0-9a-f-]{36})">${name}`).exec(text)![1]!;

test('the list of England has every code of August 2024 and what each counts as', () => {
  const england = usualList('en-GB');
  assert.equal(england.id, 'england-2024');
  const of = (category: string) =>
    england.codes
      .filter((code) => code.category === category)
      .map(({ symbol }) => symbol)
      .join(' ');
  assert.equal(of('present'), '/ \\ L');
  assert.equal(of('approved'), 'K V P W B');
  assert.equal(of('authorised'), 'I C1 M J1 S C2 C T R E');
  assert.equal(of('unauthorised'), 'N G O U');
  assert.equal(of('unable'), 'Q Y1 Y2 Y3 Y4 Y5 Y6 Y7');
  assert.equal(of('not-possible'), 'D X Z #');
  assert.equal(usualList('de-DE').id, 'plain');
  for (const list of lists())
    for (const session of ['am', 'pm', null] as const)
      assert.equal(presentCode(codesOfList(list), session)?.role, 'present');
});

test('a school that never chose takes registers with its country’s codes, and keeps them with the first', async () => {
  const { db, school, people, at, as } = await primary();
  const before = await (await as('office')).get(path);
  assert.match(before.text, /England, from August 2024/);
  assert.match(before.text, /34 codes/);
  await (await as('ffion')).post(`${at('am')}/save`, marked([people.cai, people.mali, people.ann]));
  const rows = await db
    .selectFrom('attendance_code')
    .select('symbol')
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal(rows.length, 34);
});

test('a school adds a code of its own, renames one, puts one away and brings it back', async () => {
  const { people, at, as } = await primary();
  const officer = await as('officer');
  const added = await officer.post(path, {
    symbol: 'HW',
    name: 'At home with work',
    national: 'N',
    usual: 'yes',
  });
  assert.equal(added.status, 303);
  assert.match((await (await as('ffion')).get(at('am'))).text, /At home with work/);
  const page = await officer.get(path);
  const ill = idOf(page.text, 'Ill');
  assert.equal((await officer.post(path, { symbol: 'hw', name: 'Again', national: 'N' })).status, 422);
  const renamed = { symbol: 'I', name: 'Unwell', national: 'I', usual: 'yes', version: '1' };
  assert.equal((await officer.post(`${path}/${ill}`, renamed)).status, 303);
  assert.equal((await officer.post(`${path}/${ill}`, renamed)).status, 409, 'it was saved meanwhile');
  const ended = await officer.post(`${path}/${ill}/end`);
  assert.equal(ended.status, 303);
  assert.doesNotMatch((await (await as('ffion')).get(at('am'))).text, /Unwell/);
  assert.equal((await officer.post(`${path}/${ill}/restore`)).status, 303);
  const here = idOf((await officer.get(path)).text, 'Present in the morning');
  assert.equal(
    (await officer.post(`${path}/${here}/end`)).status,
    422,
    'a register begins with everybody here',
  );
  assert.ok(people);
});

test('a code that stands for something else is another: what was marked keeps its meaning', async () => {
  const { db, school, people, at, as } = await primary();
  const officer = await as('officer');
  await officer.post(path, { symbol: 'HW', name: 'At home with work', national: 'N' });
  await (
    await as('ffion')
  ).post(
    `${at('am')}/save`,
    marked([people.cai, people.mali, people.ann], {}, { [`other-${people.cai.personId}`]: 'hw' }),
  );
  const id = idOf((await officer.get(path)).text, 'At home with work');
  const sent = { symbol: 'HW', name: 'At home with work', national: 'B', version: '1' };
  assert.equal((await officer.post(`${path}/${id}`, sent)).status, 303);
  const rows = await db
    .selectFrom('attendance_code')
    .select(['category', 'ended_at'])
    .where('owner_id', '=', school.id)
    .where('symbol', '=', 'HW')
    .orderBy('created_at')
    .orderBy('ended_at')
    .execute();
  assert.deepEqual(
    rows.map(({ category, ended_at: ended }) => [category, ended !== null]),
    [
      ['unauthorised', true],
      ['approved', false],
    ],
  );
  assert.match((await (await as('ffion')).get(at('am'))).text, /At home with work/);
});

test('another list is taken and taken back whole', async () => {
  const { as } = await primary();
  const office = await as('office');
  await office.post(path, { symbol: 'HW', name: 'At home with work', national: 'N' });
  const taken = await office.post(`${path}/list`, { list: 'plain' });
  const page = await office.get(taken.to);
  assert.match(page.text, /7 codes/);
  const undo = /action="([^"]+\/list\/\d+\/undo)"/.exec(page.text)![1]!;
  assert.equal((await office.post(undo)).status, 303);
  const back = await office.get(path);
  assert.match(back.text, /35 codes/);
  assert.match(back.text, /At home with work/);
});

test('taking a list back leaves what somebody changed or added since, and says so', async () => {
  const { site, db, school, as } = await primary();
  const [office, officer] = [await as('office'), await as('officer')];
  await office.post(path, { symbol: 'HW', name: 'At home with work', national: 'N' });
  site.clock.set('2026-11-18T16:40:00Z');
  const taken = await office.post(`${path}/list`, { list: 'plain' });
  const page = (await office.get(taken.to)).text;
  const undo = /action="([^"]+\/list\/\d+\/undo)"/.exec(page)![1]!;
  site.clock.set('2026-11-18T16:50:00Z');
  const late = { symbol: 'L', name: 'Late to us', national: 'L', usual: 'yes', version: '1' };
  assert.equal((await officer.post(`${path}/${idOf(page, 'Late')}`, late)).status, 303);
  await officer.post(path, { symbol: 'hw', name: 'Homework club', national: 'E' });
  const back = await office.get((await office.post(undo)).to);
  assert.match(back.text, /What was changed or added since stays: L and hw\./);
  assert.match(back.text, /Late to us/);
  assert.match(back.text, /Homework club/);
  assert.doesNotMatch(back.text, /At home with work/);
  assert.match(back.text, /Present in the morning/);
  const letters = await db
    .selectFrom('attendance_code')
    .select('symbol')
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.equal(new Set(letters.map(({ symbol }) => symbol.toUpperCase())).size, letters.length);
});

test('of two lists taken one after the other the later is taken back first', async () => {
  const { site, as } = await primary();
  const office = await as('office');
  const undoOf = async (list: string, at: string): Promise<string> => {
    site.clock.set(at);
    const { to } = await office.post(`${path}/list`, { list });
    return /action="([^"]+\/list\/\d+\/undo)"/.exec((await office.get(to)).text)![1]!;
  };
  const first = await undoOf('plain', '2026-11-18T16:40:00Z');
  const second = await undoOf('england-2024', '2026-11-18T16:50:00Z');
  site.clock.set('2026-11-18T17:00:00Z');
  const refused = await office.post(first);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Another list was taken since/);
  assert.equal((await office.post(second)).status, 303);
  assert.equal((await office.post(first)).status, 303);
});

test('only those who keep registers see the codes of the school', async () => {
  const { as } = await primary();
  for (const name of ['ffion', 'senior', 'parent', 'cai'] as const)
    assert.equal((await (await as(name)).get(path)).status, 403, name);
  assert.equal(today, '2026-11-18');
});
