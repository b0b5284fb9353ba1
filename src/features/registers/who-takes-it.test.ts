import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { startOfTests } from '#test/site.ts';
import { joins, marked, primary, secondary, today, versionOf } from './registers.scene.ts';

test('a table of who may open a register and take it', async () => {
  const { people, at, as, db, school } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  const may: Record<string, boolean> = {
    ffion: true,
    huw: true,
    head: true,
    office: true,
    officer: true,
    senior: false,
    tomos: false,
    supply: false,
    guest: false,
    parent: false,
    cai: false,
  };
  for (const [name, expected] of Object.entries(may)) {
    const they = await as(name as keyof typeof people);
    const opened = await they.get(at('am'));
    assert.equal(opened.status === 200, expected, `${name} opens it: ${opened.status}`);
    const version = String(await versionOf(db, school.id));
    const saved = await they.post(`${at('am')}/save`, marked(pupils, {}, { version }));
    assert.equal(saved.status === 303, expected, `${name} saves it: ${saved.status}`);
  }
});

test('a supply teacher takes it once named for the day, and not on another', async () => {
  const { site, people, at, as } = await primary();
  const supply = await as('supply');
  assert.equal((await supply.get(at('am'))).status, 403);
  const office = await as('office');
  const named = await office.post(`${at('am')}/stand-in`, { person: people.supply.personId });
  assert.equal(named.status, 303);
  assert.match((await supply.get('/registers')).text, /Class 5P/);
  assert.equal(
    (await supply.post(`${at('pm')}/save`, marked([people.cai, people.mali, people.ann], {}, {}))).status,
    422,
    'the afternoon has its own sign for present',
  );
  const pm = { 'Cai Roberts': '\\', 'Mali Rees': '\\', 'Ann Ellis': '\\' };
  assert.equal(
    (await supply.post(`${at('pm')}/save`, marked([people.cai, people.mali, people.ann], pm))).status,
    303,
  );
  assert.equal(
    (await supply.post(`${at('am')}/stand-in`, { person: people.office.personId })).status,
    403,
    'whoever stands in does not hand it on',
  );
  const undo = /action="([^"]+\/stand-in\/[^"]+\/end)"/.exec((await office.get(named.to)).text)![1]!;
  assert.equal((await office.post(undo)).status, 303);
  assert.equal((await supply.get(at('am'))).status, 403);
  site.clock.set('2026-11-19T09:00:00Z');
  assert.equal((await supply.get(at('am', '2026-11-19'))).status, 403);
});

test('with a timetable tutors have registration and subject teachers their lessons; the law counts the first before and after midday', async () => {
  const { db, people, form, set, period, as, school } = await secondary();
  const tutor = await (await as('ffion')).get('/registers');
  assert.match(tutor.text, /7A/);
  assert.match(tutor.text, /Registration/);
  assert.match(tutor.text, /1 register/);
  const tomos = await as('tomos');
  const own = await tomos.get('/registers');
  assert.match(own.text, /7\/Ma1[^]*Period 4[^]*7\/Ma1[^]*Period 1|7\/Ma1[^]*Period 1[^]*7\/Ma1[^]*Period 4/);
  assert.match(own.text, /2 registers/);
  await tomos.post(`/registers/${today}/${set}/${period('Period 1')}/save`, marked([people.cai, people.ann]));
  await tomos.post(
    `/registers/${today}/${set}/${period('Period 4')}/save`,
    marked([people.cai, people.ann], { 'Cai Roberts': '\\', 'Ann Ellis': 'N' }),
  );
  await (
    await as('ffion')
  ).post(`/registers/${today}/${form}/${period('Registration')}/save`, marked([people.cai, people.mali]));
  const sessions = await db
    .selectFrom('register')
    .select(['period_name', 'session'])
    .where('owner_id', '=', school.id)
    .orderBy('period_name')
    .execute();
  assert.deepEqual(sessions, [
    { period_name: 'Period 1', session: null },
    { period_name: 'Period 4', session: 'pm' },
    { period_name: 'Registration', session: 'am' },
  ]);
  assert.equal(
    (await (await as('ffion')).get(`/registers/${today}/${set}/${period('Period 1')}`)).status,
    403,
  );
});

test('who is on it follows from membership on that day, and the day before stays as it was', async () => {
  const { site, db, school, people, p5, at, as } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  await (await as('ffion')).post(`${at('am')}/save`, marked(pupils));
  await db
    .updateTable('membership')
    .set({ ends_on: today })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.cai.personId)
    .execute();
  await insertMemberships(
    db,
    school.id,
    joins(p5, 'pupil', people.ned).map((each) => ({ ...each, startsOn: '2026-11-19' })),
    startOfTests,
  );
  site.clock.set('2026-11-19T09:00:00Z');
  const ffion = await as('ffion');
  const next = await ffion.get(at('am', '2026-11-19'));
  assert.match(next.text, /Ned Hall/);
  assert.doesNotMatch(next.text, /Cai Roberts/);
  const before = await ffion.get(at('am'));
  assert.match(before.text, /Cai Roberts/);
  assert.doesNotMatch(before.text, /Ned Hall/);
});

test('nobody takes tomorrow’s register, nor one on a day without school', async () => {
  const { people, at, as } = await primary();
  const ffion = await as('ffion');
  assert.match((await ffion.get(at('am', '2026-11-19'))).text, /opens on its day/);
  const sent = marked([people.cai, people.mali, people.ann]);
  assert.equal((await ffion.post(`${at('am', '2026-11-19')}/save`, sent)).status, 422);
  assert.equal((await ffion.get(at('am', '2026-11-15'))).status, 404, 'a Sunday');
  assert.equal((await ffion.get('/registers/never/x/am')).status, 404);
});
