import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { joins, marked, primary, stands, today, versionOf } from './registers.scene.ts';

test('a primary without a timetable finds morning and afternoon of its class, and a class is taken in one form', async () => {
  const { db, school, people, at, as } = await primary();
  const ffion = await as('ffion');
  const own = await ffion.get('/registers');
  assert.equal([...own.text.matchAll(/Not taken yet/g)].length, 2);
  assert.match(own.text, /2 registers/);
  assert.doesNotMatch(own.text, /Class 6R/);
  const page = await ffion.get(at('am'));
  assert.equal(
    [...page.text.matchAll(/type="radio"[^>]*value="\/"[^>]*checked/g)].length,
    3,
    'all begin as here',
  );
  const pupils = [people.cai, people.mali, people.ann];
  const done = await ffion.post(
    `${at('am')}/save`,
    marked(pupils, { 'Mali Rees': 'L', 'Ann Ellis': 'N' }, { [`minutes-${people.mali.personId}`]: '12' }),
  );
  assert.equal(done.status, 303);
  assert.match((await ffion.get(done.to)).text, /The register is saved: 2 of 3 here/);
  assert.deepEqual(await stands(db, school.id), {
    'Ann Ellis': 'N',
    'Cai Roberts': '/',
    'Mali Rees': 'L 12',
  });
  assert.match((await ffion.get('/registers')).text, /Taken at 16:30: 2 of 3 here/);
});

test('what cannot be read comes back beside its field, and nothing is written', async () => {
  const { db, school, people, at, as } = await primary();
  const ffion = await as('ffion');
  const pupils = [people.cai, people.mali, people.ann];
  for (const [more, says] of [
    [{ [`other-${people.cai.personId}`]: 'QQ' }, /Cai Roberts: the school has no code “QQ”/],
    [
      { [`minutes-${people.cai.personId}`]: 'ten' },
      /Cai Roberts: write the minutes as a whole number from 1 to 600/,
    ],
    [{ [`note-${people.cai.personId}`]: 'a'.repeat(201) }, /Cai Roberts: this is too long/],
  ] as const) {
    const { status, text } = await ffion.post(`${at('am')}/save`, marked(pupils, {}, more));
    assert.equal(status, 422);
    assert.match(text, says);
  }
  assert.deepEqual(await stands(db, school.id), {});
});

test('two who save the same register: the second is shown both, and nothing is written over', async () => {
  const { db, school, people, at, as } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  await (await as('ffion')).post(`${at('am')}/save`, marked(pupils, { 'Ann Ellis': 'I' }));
  const huw = await as('huw');
  const second = await huw.post(`${at('am')}/save`, marked(pupils, { 'Cai Roberts': 'N' }));
  assert.equal(second.status, 409);
  assert.match(second.text, /Ffion Puw saved this/);
  assert.match(second.text, /Ann Ellis[\s\S]*Ffion Puw marked “Ill” at 16:30/);
  assert.deepEqual(await stands(db, school.id), { 'Ann Ellis': 'I', 'Cai Roberts': '/', 'Mali Rees': '/' });
  const same = await huw.post(`${at('am')}/save`, marked(pupils, { 'Ann Ellis': 'I' }));
  assert.equal(same.status, 303, 'whoever marked the same need not compare');
  // A device that waits is told that it was not taken, so that its page can show both.
  const queued = await huw.post(
    `${at('am')}/save`,
    marked(pupils, { 'Cai Roberts': 'N' }, { queued: 'yes' }),
  );
  assert.equal(queued.status, 422);
});

test('what a device sends twice is saved once, and answered alike', async () => {
  const { db, school, people, at, as } = await primary();
  const ffion = await as('ffion');
  const sent = marked(
    [people.cai, people.mali, people.ann],
    { 'Ann Ellis': 'N' },
    { queued: 'yes', ago: '60' },
  );
  for (const _ of [1, 2]) {
    const { status, text } = await ffion.post(`${at('am')}/save`, sent);
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), { kept: sent['id'] });
  }
  assert.equal(await versionOf(db, school.id), 1);
});

test('what a device sends again the next day was saved already, and is asked nothing', async () => {
  const { site, db, school, people, at, as } = await primary();
  const sent = marked(
    [people.cai, people.mali, people.ann],
    { 'Ann Ellis': 'N' },
    { queued: 'yes', ago: '60' },
  );
  const send = async () => (await as('ffion')).post(`${at('am')}/save`, sent);
  assert.equal((await send()).status, 200);
  for (const day of ['2026-11-19', '2026-11-23']) {
    site.clock.set(`${day}T09:00:00Z`);
    assert.equal((await send()).status, 200, day);
  }
  assert.equal(await versionOf(db, school.id), 1);
});

test('a whole register is given back on its day; afterwards by those who keep registers alone', async () => {
  const { site, db, school, people, at, as } = await primary();
  await (await as('ffion')).post(`${at('am')}/save`, marked([people.cai, people.mali, people.ann]));
  site.clock.set('2026-11-19T09:00:00Z');
  const back = async (name: 'ffion' | 'officer') =>
    (await as(name)).post(`${at('am')}/give-back`, { version: '1' });
  assert.equal((await back('ffion')).status, 422);
  assert.equal(Object.keys(await stands(db, school.id)).length, 3);
  assert.equal((await back('officer')).status, 303);
  assert.deepEqual(await stands(db, school.id), {});
});

test('corrections keep what was before; after the day they need a reason, and from the second school day on those who keep registers', async () => {
  const { site, db, school, people, at, as } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  const save = async (
    name: 'ffion' | 'officer',
    marks: Record<string, string>,
    version: number,
    reason = '',
  ) => (await as(name)).post(`${at('am')}/save`, marked(pupils, marks, { version: String(version), reason }));
  await save('ffion', { 'Ann Ellis': 'N' }, 0);
  assert.equal((await save('ffion', { 'Ann Ellis': 'L' }, 1)).status, 303);
  site.clock.set('2026-11-19T09:00:00Z');
  assert.equal((await save('ffion', { 'Ann Ellis': 'I' }, 2)).status, 422);
  assert.equal((await save('ffion', { 'Ann Ellis': 'I' }, 2, 'Her mother rang')).status, 303);
  site.clock.set('2026-11-20T09:00:00Z');
  assert.equal((await save('ffion', {}, 3, 'I misread it')).status, 422);
  assert.match((await (await as('ffion')).get(at('am'))).text, /changed by those who keep registers/);
  assert.equal((await save('officer', { 'Ann Ellis': 'M' }, 3, 'At the dentist')).status, 303);
  assert.equal((await stands(db, school.id))['Ann Ellis'], 'M');
  const history = await (await as('officer')).get(`${at('am')}/changes`);
  for (const words of [/3 changes/, /Her mother rang/, /At the dentist/, /Ann Ellis/])
    assert.match(history.text, words);
});

test('what was saved last is taken back; a register given back counts as not taken and can be had back', async () => {
  const { db, school, people, at, as } = await primary();
  const ffion = await as('ffion');
  const pupils = [people.cai, people.mali, people.ann];
  const undoOf = async (to: string) =>
    /action="(\/registers\/[^"]+\/undo\/[^"]+)"/.exec((await ffion.get(to)).text)![1]!;
  await ffion.post(`${at('am')}/save`, marked(pupils, { 'Ann Ellis': 'N' }));
  const second = await ffion.post(`${at('am')}/save`, marked(pupils, { 'Ann Ellis': 'I' }, { version: '1' }));
  const undo = await undoOf(second.to);
  assert.equal((await ffion.post(undo)).status, 303);
  assert.equal((await stands(db, school.id))['Ann Ellis'], 'N');
  assert.equal((await ffion.post(undo)).status, 422, 'once');
  const back = await ffion.post(`${at('am')}/give-back`, { version: '3' });
  assert.equal(back.status, 303);
  assert.deepEqual(await stands(db, school.id), {});
  const again = await undoOf(back.to);
  assert.match((await ffion.get('/registers')).text, /2 registers[^]*Not taken yet[^]*Not taken yet/);
  assert.equal((await ffion.post(again)).status, 303);
  assert.deepEqual(await stands(db, school.id), { 'Ann Ellis': 'N', 'Cai Roberts': '/', 'Mali Rees': '/' });
});

test('whoever takes it back at once after taking it leaves nothing marked', async () => {
  const { db, school, people, at, as } = await primary();
  const ffion = await as('ffion');
  const done = await ffion.post(`${at('am')}/save`, marked([people.cai, people.mali, people.ann]));
  const undo = /action="(\/registers\/[^"]+\/undo\/[^"]+)"/.exec((await ffion.get(done.to)).text)![1]!;
  await ffion.post(undo);
  assert.deepEqual(await stands(db, school.id), {});
});

test('a class with nobody says so; a class of forty with long and right-to-left names is whole', async () => {
  const { db, school, p5, r6, as } = await primary();
  const names = ['أمينة بنت عبد الرحمن', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Evans'];
  const more = await Promise.all(
    Array.from({ length: 37 }, (_, n) =>
      makePerson(db, school, { name: names[n] ?? `Pupil Number${n}`, kind: 'pupil' }),
    ),
  );
  await insertMemberships(db, school.id, joins(p5, 'pupil', ...more), startOfTests);
  const { text } = await (await as('ffion')).get(`/registers/${today}/${p5}/am`);
  assert.match(text, /40 pupils, by name/);
  await db
    .deleteFrom('membership')
    .where('owner_id', '=', school.id)
    .where('unit_id', '=', r6)
    .where('part', '=', 'pupil')
    .execute();
  const { status } = await (await as('tomos')).get(`/registers/${today}/${r6}/am`);
  assert.equal(status, 404);
});
