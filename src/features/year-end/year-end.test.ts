import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { scene } from './year-end.scene.ts';

const before = [
  'Cai Roberts 5: Class 5P, Set 1',
  'Mali Rees 5: Class 5P, Set 1',
  'Ned Hall 6: Class 6P, Set 1',
];
const july = '2027-07-20';
const september = '2027-09-06';

test('looking at what becomes of each class changes nothing', async () => {
  const { begin, office, standing } = await scene();
  const href = await begin();
  const { text } = await office.get(href);
  assert.match(text, /2 pupils go to another class/);
  assert.match(text, /1 pupil leaves the school/);
  assert.match(text, /Ned Hall/);
  assert.match(text, /1 class is taken off the list/);
  assert.deepEqual(await standing(july), before);
  assert.deepEqual(await standing(september), before);
});

test('prepared, the old year ends as it was and the new one begins with everybody in their class', async () => {
  const { begin, prepare, standing, site, people, comes } = await scene();
  assert.equal((await prepare(await begin())).status, 303);
  const still = before.map((line) => (line.startsWith('Ned') ? `${line} until 2027-07-23` : line));
  assert.deepEqual(await standing(july), still);
  await comes('2027-09-01T05:00:00Z');
  assert.deepEqual(await standing(september), [
    'Cai Roberts 6: Class 6P',
    'Mali Rees 6: Class 6P',
    'Ned Hall 6: none until 2027-07-23',
  ]);
  const { text } = await (await site.as(people.office)).get('/people/units');
  assert.match(text, /Class 5P/);
  assert.doesNotMatch(text, /Set 1/, 'a class that ended is off the list');
});

test('taken back, everything is as it was, on each day', async () => {
  const { begin, prepare, standing, office } = await scene();
  const href = await begin();
  await prepare(href);
  const { to } = await office.post(`${href}/take-back`);
  assert.match((await office.get(to)).text, /Prepare the new year/);
  assert.deepEqual(await standing(july), before);
  assert.deepEqual(await standing(september), before);
});

test('taken back in the holidays, those who had left are here again', async () => {
  const { begin, prepare, standing, site, people, comes } = await scene();
  const href = await begin();
  await prepare(href);
  await comes('2027-08-10T09:00:00Z');
  const again = await site.as(people.office);
  assert.equal((await again.post(`${href}/take-back`)).status, 303);
  assert.deepEqual(await standing(september), before);
});

test('what somebody changed since stays as they made it', async () => {
  const { begin, prepare, office, standing, db, school, people } = await scene();
  const href = await begin();
  await prepare(href);
  await db
    .updateTable('member')
    .set({ ends_on: '2027-06-30' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ned.personId)
    .execute();
  const { to } = await office.post(`${href}/take-back`);
  assert.match((await office.get(to)).text, /but for one thing that was changed since/);
  assert.match((await standing(july)).join(), /Ned Hall 6: Class 6P, Set 1 until 2027-06-30/);
});

test('a class that was not decided is asked for, and nothing is prepared before', async () => {
  const { begin, office, p5 } = await scene();
  const href = await begin();
  const version = /name="version" value="(\d+)"/.exec((await office.get(href)).text)![1]!;
  const owls = await office.post('/people/units', { kind: 'class', name: 'Owls' });
  assert.equal(owls.status, 303);
  const kept = await office.post(`${href}/classes`, { version, [`class-${p5}`]: 'leave' });
  assert.equal(kept.status, 303);
  const { text } = await office.get(href);
  assert.match(text, /3 pupils leave the school/);
  assert.equal((await office.post(`${href}/prepare`, { version: '2', digest: 'other' })).status, 422);
});

test('one pupil does the year again, another goes to another class', async () => {
  const { begin, office, prepare, p5, p6, people, standing, comes } = await scene();
  const href = await begin();
  const at = `${href}/classes/${p5}`;
  const version = /name="version" value="(\d+)"/.exec((await office.get(at)).text)![1]!;
  const { status } = await office.post(at, {
    version,
    [`pupil-${people.cai.personId}`]: 'repeat',
    [`pupil-${people.mali.personId}`]: `go:${p6}`,
  });
  assert.equal(status, 303);
  assert.match((await office.get(href)).text, /2 chosen/);
  await prepare(href);
  await comes('2027-09-01T05:00:00Z');
  assert.deepEqual((await standing(september)).slice(0, 2), [
    'Cai Roberts 5: Class 5P',
    'Mali Rees 6: Class 6P',
  ]);
});

test('what two people do at once is said: who was second looks again', async () => {
  const { begin, office, p5 } = await scene();
  const href = await begin();
  const sent = { version: '1', [`class-${p5}`]: 'leave' };
  assert.equal((await office.post(`${href}/classes`, sent)).status, 303);
  const second = await office.post(`${href}/classes`, { ...sent, [`class-${p5}`]: 'stay' });
  assert.equal(second.status, 422);
  assert.match(second.text, /Somebody else changed something/);
});

test('somebody who comes between looking and preparing is looked at too', async () => {
  const { begin, office, p5, db, school, site } = await scene();
  const href = await begin();
  const { text } = await office.get(href);
  const digest = /name="digest" value="([^"]*)"/.exec(text)![1]!;
  const late = await makePerson(db, school, { name: 'Eira Wyn', kind: 'pupil' });
  await insertMemberships(
    db,
    school.id,
    [{ unitId: p5, personId: late.personId, part: 'pupil' }],
    site.clock.now,
  );
  const answer = await office.post(`${href}/prepare`, { version: '1', digest });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Look at it once more/);
});

test('days in the wrong order, days that are over and a second one are refused with words', async () => {
  const { office, begin } = await scene();
  const sent = { name: '2027–28', last_on: '2027-07-23', first_on: '2027-09-01' };
  const refused = async (fields: Partial<typeof sent>, words: RegExp) => {
    const answer = await office.post('/school/year-end', { ...sent, ...fields });
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
  };
  await refused({ first_on: '2027-07-01' }, /begins before the old one is over/);
  await refused({ last_on: '2026-07-23', first_on: '2026-09-01' }, /has come already/);
  await begin();
  await refused({}, /being prepared already/);
});

test('once the new year has begun it is not taken back at one go', async () => {
  const { begin, prepare, site, people, comes } = await scene();
  const href = await begin();
  await prepare(href);
  await comes('2027-09-02T09:00:00Z');
  const office = await site.as(people.office);
  assert.match((await office.get(href)).text, /Begun on/);
  assert.equal((await office.post(`${href}/take-back`)).status, 422);
});

test('taken back, a place that stood in the new class before stands there as it did', async () => {
  const { begin, prepare, office, db, school, site, people, p6 } = await scene();
  // Cai was in 6P for some weeks in autumn; Mali was put there by hand for September.
  await insertMemberships(
    db,
    school.id,
    [
      {
        unitId: p6,
        personId: people.cai.personId,
        part: 'pupil',
        startsOn: '2026-09-01',
        endsOn: '2026-10-02',
      },
      { unitId: p6, personId: people.mali.personId, part: 'pupil', startsOn: '2027-09-06' },
    ],
    site.clock.now,
  );
  const places = () =>
    db
      .selectFrom('membership')
      .select(['person_id', 'starts_on', 'ends_on', 'ended_at'])
      .where('owner_id', '=', school.id)
      .where('unit_id', '=', p6)
      .where('part', '=', 'pupil')
      .orderBy('person_id')
      .execute();
  const were = await places();
  const href = await begin();
  assert.equal((await prepare(href)).status, 303);
  assert.notDeepEqual(await places(), were);
  const { to } = await office.post(`${href}/take-back`);
  assert.match((await office.get(to)).text, /Everything is as it was\. The plan/);
  assert.deepEqual(await places(), were);
});

test('two people who choose at once keep what both chose; where they chose differently, the second looks', async () => {
  const { begin, office, p5, p6, people } = await scene();
  const href = await begin();
  const drawn = async (at = href) =>
    Object.fromEntries(
      [...(await office.get(at)).text.matchAll(/name="(version|was-[^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name!, value!],
      ),
    );
  const old = await drawn();
  const asDrawn = { ...old, [`class-${p5}`]: `go:${p6}`, [`class-${p6}`]: 'leave' };
  assert.equal(old[`was-class-${p5}`], `go:${p6}`);
  assert.equal((await office.post(`${href}/classes`, { ...asDrawn, [`class-${p5}`]: 'stay' })).status, 303);
  // From an old page: another class is changed, and what was chosen meanwhile stays.
  assert.equal((await office.post(`${href}/classes`, { ...asDrawn, [`class-${p6}`]: 'stay' })).status, 303);
  const now = await drawn();
  assert.deepEqual([now[`was-class-${p5}`], now[`was-class-${p6}`]], ['stay', 'stay']);
  const both = await office.post(`${href}/classes`, { ...asDrawn, [`class-${p5}`]: 'leave' });
  assert.equal(both.status, 422);
  assert.match(both.text, /Somebody chose otherwise meanwhile/);
  // The page that comes back keeps this choice, and shows what the other chose elsewhere.
  const chosen = (unit: string) =>
    new RegExp(`name="class-${unit}"[\\s\\S]*?value="([^"]*)" selected`).exec(both.text)?.[1];
  assert.deepEqual([chosen(p5), chosen(p6)], ['leave', 'stay']);
  const at = `${href}/classes/${p5}`;
  const pupils = await drawn(at);
  const [cai, mali] = [`pupil-${people.cai.personId}`, `pupil-${people.mali.personId}`];
  assert.equal((await office.post(at, { ...pupils, [cai]: 'repeat', [mali]: '' })).status, 303);
  assert.equal((await office.post(at, { ...pupils, [cai]: '', [mali]: 'leave' })).status, 303);
  const after = await drawn(at);
  assert.deepEqual([after[`was-${cai}`], after[`was-${mali}`]], ['repeat', 'leave']);
});
