import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { deliver } from '#test/deliver.ts';
import { makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, type Fields, testSite, type TestSite } from '#test/site.ts';
import { takeAwayPlans } from './plans.take-away.ts';

/** Ann is new, Tomos is her tutor, Carys leads professional learning; Sian is Ann's line manager. */
async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const person = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const people = {
    ann: await person('Ann Puw'),
    tomos: await person('Tomos Bevan'),
    huw: await person('Huw Parry'),
    sian: await person('Sian Rees'),
    carys: await person('Carys Morgan', 'cpd-leader'),
    elin: await person('Elin Hughes', 'mentor-co-ordinator'),
    dewi: await person('Dewi Jones', 'administrator'),
  };
  await makeManager(site.db, school, people.sian, people.ann);
  const as = (name: keyof typeof people) => site.as(people[name]);
  const carys = await as('carys');
  const begin = (browser: Browser, more: Fields = {}) =>
    browser.post('/induction/new', {
      person: people.ann.personId,
      tutor: people.tomos.personId,
      new_in: 'Year 4 teacher, first year',
      starts_on: '2026-09-01',
      ends_on: '2027-07-23',
      ...more,
    });
  const begun = await begin(carys);
  assert.equal(begun.status, 303, begun.text);
  return { site, school, people, as, carys, begin, address: begun.to };
}

const waitingOf = async (site: TestSite, { personId }: { personId: string }) => {
  await deliver(site);
  const rows = await site.db
    .selectFrom('notice')
    .select(['kind', 'due_at'])
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .execute();
  return rows.map(({ kind, due_at }) => `${kind} ${due_at?.toISOString().slice(0, 10) ?? ''}`.trim());
};

const words = 'A day a week without a class';

test('a plan names the twelve principles, and says that induction is not mentoring', async () => {
  const { as, address } = await scene();
  const { text } = await (await as('ann')).get(address);
  const { principles } = catalogue().induction;
  assert.equal(principles.length, 12);
  for (const { title } of principles) assert.ok(text.includes(title), title);
  assert.match(text, /Mentoring is one part of it\. What is said in mentoring does not belong in/);
});

test('the teacher and the tutor write, those who lead induction read, others are refused', async () => {
  const { as, address, people, carys } = await scene();
  const at = `${address}/principles/conditions`;
  for (const [name, version] of [
    ['tomos', '0'],
    ['ann', '1'],
  ] as const) {
    const saved = await (await as(name)).post(`${at}/school`, { words, by_on: '2026-12-04', version });
    assert.equal(saved.status, 303, name);
  }
  for (const name of ['carys', 'elin'] as const) {
    const browser = await as(name);
    assert.match((await browser.get(address)).text, /A day a week without a class/, name);
    assert.equal((await browser.post(`${at}/school`, { words: 'x', version: '2' })).status, 403, name);
  }
  for (const name of ['huw', 'sian', 'dewi'] as const)
    assert.equal((await (await as(name)).get(address)).status, 403, name);
  await carys.post(`${address}/people`, { person: people.huw.personId, may: 'read' });
  const huw = await as('huw');
  assert.match((await huw.get(address)).text, /A day a week/);
  assert.equal((await huw.post(`${at}/teacher`, { words: 'x', version: '0' })).status, 403);
  await carys.post(`${address}/people`, { person: people.huw.personId, may: 'write' });
  assert.equal((await huw.post(`${at}/teacher`, { words: 'I watch two lessons', version: '0' })).status, 303);
  await carys.post(`${address}/people/${people.huw.personId}/remove`);
  assert.equal((await huw.get(address)).status, 403);
});

test('where the plan stands and what is next stand on top', async () => {
  const { as, address } = await scene();
  const ann = await as('ann');
  await ann.post(`${address}/principles/conditions/school`, { words, by_on: '2026-12-04', version: '0' });
  await ann.post(`${address}/reviews`, { on_date: '2026-12-07' });
  const { text } = await ann.get(address);
  assert.match(text, /Principles with something planned: 1 of 12; with evidence: 0\./);
  assert.match(text, /What the school does, .*: by Friday 4 December/);
});

test('two who write the same line see both texts', async () => {
  const { as, address } = await scene();
  const line = `${address}/principles/classroom/mentor`;
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  await tomos.post(line, { words: 'We plan on Mondays', by_on: '', version: '0' });
  const late = await ann.post(line, { words: 'We plan on Fridays', by_on: '', version: '0' });
  assert.equal(late.status, 409);
  for (const each of ['We plan on Mondays', 'We plan on Fridays', 'Tomos Bevan'])
    assert.match(late.text, new RegExp(each));
});

test('evidence is added, taken out and put back; a link must be an address, and its day has come', async () => {
  const { as, address } = await scene();
  const ann = await as('ann');
  const at = `${address}/principles/conditions`;
  const sent = { words: 'My timetable', link: 'https://school.example/t', on_date: '2026-10-01' };
  assert.equal((await ann.post(`${at}/evidence`, { ...sent, link: 'javascript:alert(1)' })).status, 422);
  assert.equal((await ann.post(`${at}/evidence`, { ...sent, on_date: '2026-11-19' })).status, 422);
  await ann.post(`${at}/evidence`, sent);
  const page = (await ann.get(address)).text;
  assert.match(page, /My timetable/);
  const end = /action="(\/induction\/[^"]+\/end)"/.exec((await ann.get(at)).text)![1]!;
  const ended = await ann.post(end);
  assert.equal(ended.status, 303);
  assert.doesNotMatch((await ann.get(address)).text, /My timetable/);
  await ann.post(end.replace(/end$/, 'bring-back'));
  assert.match((await ann.get(address)).text, /My timetable/);
});

test('teacher and tutor hear of the plan and of its reviews, and reviews stand in their calendars', async () => {
  const { site, people, as, address } = await scene();
  assert.deepEqual(await waitingOf(site, people.ann), ['induction.begun']);
  const ann = await as('ann');
  await ann.get(address);
  assert.deepEqual(await waitingOf(site, people.ann), [], 'once she has opened it');
  await ann.post(`${address}/reviews`, { on_date: '2026-11-18' });
  assert.deepEqual(await waitingOf(site, people.ann), ['induction.review 2026-11-18']);
  assert.match(
    (await (await as('tomos')).get('/me/calendar?month=2026-11')).text,
    /Review of the induction plan of Ann Puw/,
  );
  const held = /action="(\/induction\/[^"]+\/held)"/.exec((await ann.get(`${address}/reviews`)).text)![1]!;
  await ann.post(held, { next_words: 'Watch a lesson together' });
  assert.deepEqual(await waitingOf(site, people.ann), []);
  assert.match((await ann.get(address)).text, /held\. Watch a lesson together/);
});

test('what the school does for all is written once and stands in every plan', async () => {
  const { as, carys, address } = await scene();
  await carys.post('/induction/school/leadership', { words: 'The head meets each newcomer', version: '0' });
  assert.match((await (await as('ann')).get(address)).text, /The head meets each newcomer/);
  const late = await (
    await as('elin')
  ).post('/induction/school/leadership', { words: 'Other', version: '0' });
  assert.equal(late.status, 409);
  assert.equal((await (await as('ann')).get('/induction/school')).status, 403);
});

test('the school’s page names principles without evidence, and counts plans from five on', async () => {
  const { site, school, as, carys, begin, address } = await scene();
  const evidence = { words: 'Seen', link: '', on_date: '2026-10-01' };
  const add = async (browser: Browser, plan: string) =>
    assert.equal((await browser.post(`${plan}/principles/conditions/evidence`, evidence)).status, 303);
  await add(await as('ann'), address);
  const first = (await carys.get('/induction/school')).text;
  assert.match(first, /Of 11 principles no open plan has evidence yet/);
  assert.match(first, /in some; too few to count/);
  for (let n = 0; n < 5; n++) {
    const newcomer = await makePerson(site.db, school);
    const { to } = await begin(carys, { person: newcomer.personId });
    if (n < 4) await add(await site.as(newcomer), to);
  }
  assert.match(
    (await carys.get('/induction/school')).text,
    /in some; too few to count/,
    'five with, one without',
  );
  const last = await makePerson(site.db, school);
  const { to } = await begin(carys, { person: last.personId });
  await carys.post(`${to}/end`);
  assert.match((await carys.get('/induction/school')).text, /in no plan yet/);
});

test('the next teacher’s plan begins with the words and without days and evidence', async () => {
  const { as, carys, begin, address, people } = await scene();
  const ann = await as('ann');
  const at = `${address}/principles/conditions`;
  await ann.post(`${at}/school`, { words, by_on: '2026-12-04', version: '0' });
  await ann.post(`${at}/evidence`, { words: 'My timetable', link: '', on_date: '2026-10-01' });
  const id = address.split('/').at(-1)!;
  assert.match((await carys.get(`/induction/new?from=${id}`)).text, /words of the plan of Ann Puw/);
  const { to } = await begin(carys, { person: people.huw.personId, from: id });
  const { text } = await (await as('huw')).get(to);
  assert.match(text, /A day a week without a class/);
  assert.doesNotMatch(text, /My timetable|4 December/);
});

test('a closed plan is read as before, nobody writes in it, and it opens again', async () => {
  const { as, carys, address } = await scene();
  const ann = await as('ann');
  const calendar = async () => (await ann.get('/me/calendar?month=2026-11')).text;
  await ann.post(`${address}/reviews`, { on_date: '2026-11-18' });
  const held = /action="(\/induction\/[^"]+\/held)"/.exec((await ann.get(`${address}/reviews`)).text)![1]!;
  await ann.post(held);
  await ann.post(`${address}/reviews`, { on_date: '2026-11-25' });
  assert.equal((await calendar()).match(/>Review of your induction plan/g)?.length, 2);
  await carys.post(`${address}/end`);
  assert.equal((await calendar()).match(/>Review of your induction plan/g)?.length, 1, 'what was held stays');
  assert.match((await ann.get(address)).text, /This plan is closed/);
  const write = { words, by_on: '', version: '0' };
  assert.equal((await ann.post(`${address}/principles/conditions/school`, write)).status, 422);
  await carys.post(`${address}/bring-back`);
  assert.equal((await ann.post(`${address}/principles/conditions/school`, write)).status, 303);
});

test('a new tutor hears of the plan and writes, the one before no more', async () => {
  const { site, as, carys, address, people } = await scene();
  assert.deepEqual(await waitingOf(site, people.tomos), ['induction.begun']);
  const changed = await carys.post(`${address}/edit`, {
    tutor: people.huw.personId,
    new_in: 'Year 4',
    starts_on: '2026-09-01',
    ends_on: '2027-07-23',
    version: '1',
  });
  assert.equal(changed.status, 303, changed.text);
  assert.equal((await (await as('tomos')).get(address)).status, 403);
  assert.deepEqual(await waitingOf(site, people.tomos), []);
  assert.deepEqual(await waitingOf(site, people.huw), ['induction.begun']);
  assert.equal((await (await as('huw')).get(address)).status, 200);
  const own = { tutor: people.ann.personId, new_in: 'x', starts_on: '2026-09-01', ends_on: '2026-08-01' };
  const refused = await carys.post(`${address}/edit`, { ...own, version: '2' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Nobody is their own induction tutor/);
  assert.match(refused.text, /The last day comes before the first/);
});

test('two who change its days see both', async () => {
  const { as, carys, address, people } = await scene();
  const days = { tutor: people.tomos.personId, new_in: 'Year 4', starts_on: '2026-09-01' };
  await carys.post(`${address}/edit`, { ...days, ends_on: '2027-06-30', version: '1' });
  const late = await (
    await as('elin')
  ).post(`${address}/edit`, { ...days, ends_on: '2027-05-28', version: '1' });
  assert.equal(late.status, 409);
  for (const each of ['2027-06-30', '2027-05-28', 'Carys Morgan']) assert.match(late.text, new RegExp(each));
});

test('the teacher takes a copy of their plan away, the tutor none', async () => {
  const { site, school, people, as, address } = await scene();
  await (
    await as('tomos')
  ).post(`${address}/principles/conditions/school`, { words, by_on: '', version: '0' });
  assert.match(
    JSON.stringify(await takeAwayPlans(site.db, people.ann.personId, [school.id])),
    /A day a week/,
  );
  assert.deepEqual(await takeAwayPlans(site.db, people.tomos.personId, [school.id]), []);
});
