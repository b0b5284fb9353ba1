import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertFamilyLink } from '#features/people/index.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { giveConsent, onPaper, scene } from '../consents.scene.ts';
import { standingOf } from '../index.ts';

const purpose = 'recording-learning';
const round = { purposes: [purpose], answer_by: '2026-12-02', until: '2027-07-23' };
const yes = { [`answer-${purpose}`]: 'given' };
const no = { [`answer-${purpose}`]: 'refused' };

/** Cai has a mother, Lowri, and a father, Gareth; the office has asked. */
async function asked() {
  const stage = await scene();
  const { site, db, school, people } = stage;
  const gareth = await makePerson(db, school, {
    name: 'Gareth Roberts',
    kind: 'family',
    password: 'quiet river stone',
  });
  const link = (adultId: string, relationship: string) =>
    insertFamilyLink(db, school.id, { adultId, pupilId: people.cai.personId, relationship }, startOfTests);
  await link(people.parent.personId, 'mother');
  const father = await link(gareth.personId, 'father');
  const office = await stage.as('office');
  assert.equal((await office.post('/school/consents/asking', round)).status, 303);
  await deliver(site);
  const standing = async () =>
    (
      await standingOf(db, {
        organisationId: school.id,
        personIds: [people.cai.personId],
        purpose,
        today: '2026-11-18',
      })
    )[0]!.answer;
  const waits = async (personId: string) =>
    (
      await db
        .selectFrom('notice')
        .select('kind')
        .where('owner_id', '=', personId)
        .where('done_at', 'is', null)
        .execute()
    ).map(({ kind }) => kind);
  return {
    ...stage,
    gareth,
    father,
    office,
    mother: await stage.as('parent'),
    dad: await site.as(gareth),
    standing,
    waits,
    at: `/consents/${people.cai.personId}`,
  };
}

test('each carer answers for themselves and is asked no more; what they say stands in the register', async () => {
  const { site, mother, standing, waits, people, at, office } = await asked();
  assert.deepEqual(await waits(people.parent.personId), ['consents.asked']);
  assert.match((await mother.get('/consents')).text, /Cai Roberts[^]*Filmed or recorded in lessons/);
  assert.equal((await mother.post(at, {})).status, 422);
  assert.equal((await mother.post(at, yes)).status, 303);
  await deliver(site);
  assert.equal(await standing(), 'given');
  assert.deepEqual(await waits(people.parent.personId), []);
  assert.match(
    (await office.get(`/school/consents/pupils/${people.cai.personId}`)).text,
    /Lowri Roberts, mother[^]*By a form/,
  );
});

test('where two differ no stands, whoever says it last, and the office is told; neither reads the other', async () => {
  const { site, mother, dad, standing, waits, people, at } = await asked();
  await mother.post(at, no);
  await dad.post(at, yes);
  await deliver(site);
  assert.equal(await standing(), 'refused');
  assert.deepEqual(await waits(people.office.personId), ['consents.differ']);
  assert.doesNotMatch((await dad.get('/consents')).text, /Lowri|mother/);
  await mother.post(at, yes);
  assert.equal(await standing(), 'given');
  await dad.post(at, no);
  assert.equal(await standing(), 'refused');
});

test('where two differ the register says who said no, and not that both did', async () => {
  const { office, mother, dad, people, at } = await asked();
  await mother.post(at, yes);
  await dad.post(at, no);
  const page = (await office.get(`/school/consents/pupils/${people.cai.personId}`)).text;
  assert.match(page, /Gareth Roberts, father/);
  assert.doesNotMatch(page.split('Gareth Roberts, father')[0]!, /Lowri Roberts, mother; Gareth/);
});

test('what is allowed is taken back on any day, also once the school asks no more, and by the other parent', async () => {
  const { site, school, office, mother, dad, standing, at } = await asked();
  assert.doesNotMatch((await mother.get('/consents')).text, /What is allowed/, 'it is asked about now');
  await mother.post(at, yes);
  const { to } = await office.get('/school/consents/asking').then(async ({ text }) => ({
    to: /action="(\/school\/consents\/asking\/[\w-]+\/end)"/.exec(text)![1]!,
  }));
  assert.equal((await office.post(to)).status, 303);
  const page = (await dad.get('/consents')).text;
  const takeBack = /action="(\/consents\/[\w-]+\/[\w-]+\/take-back)"/.exec(page)![1]!;
  const stranger = await site.as(await makePerson(site.db, school, { kind: 'family' }));
  assert.equal((await stranger.post(takeBack)).status, 404);
  assert.equal((await dad.post(takeBack)).status, 303);
  assert.equal(await standing(), 'refused');
  assert.equal((await dad.post(takeBack)).status, 404, 'once');
  assert.equal((await mother.post(`${takeBack}/undo`)).status, 404, 'it was his no');
  assert.equal((await dad.post(`${takeBack}/undo`)).status, 303);
  assert.equal(await standing(), 'given');
  assert.equal((await dad.post(`${takeBack}/undo`)).status, 404, 'once');
  await dad.post(takeBack);
  assert.doesNotMatch((await mother.get('/consents')).text, /What is allowed/);
});

test('a no that the office wrote down since is not answered away', async () => {
  const { site, office, mother, standing, people, at } = await asked();
  site.clock.move(60_000);
  await office.post(`/school/consents/pupils/${people.cai.personId}`, {
    ...onPaper,
    on: '2026-11-18',
    purpose,
    answer: 'refused',
  });
  await mother.post(at, yes);
  assert.equal(await standing(), 'refused');
});

test('a no of last year is asked anew, and a yes stands then', async () => {
  const stage = await scene();
  await giveConsent(stage.site, { pupil: stage.people.cai, answer: 'refused', until: null });
  await insertFamilyLink(
    stage.db,
    stage.school.id,
    { adultId: stage.people.parent.personId, pupilId: stage.people.cai.personId, relationship: null },
    startOfTests,
  );
  stage.site.clock.move(60_000);
  await (await stage.as('office')).post('/school/consents/asking', round);
  await (await stage.as('parent')).post(`/consents/${stage.people.cai.personId}`, yes);
  const [cai] = await standingOf(stage.db, {
    organisationId: stage.school.id,
    personIds: [stage.people.cai.personId],
    purpose,
    today: '2026-11-18',
  });
  assert.equal(cai!.answer, 'given');
});

test('whoever may not be told of the child, or has no parental responsibility, is not asked and cannot answer', async () => {
  const { db, school, dad, at, father } = await asked();
  for (const columns of [{ told: ['learning'] }, { told: ['notices'], responsibility: false }]) {
    await db
      .updateTable('family_relation')
      .set(columns)
      .where('owner_id', '=', school.id)
      .where('id', '=', father)
      .execute();
    assert.doesNotMatch((await dad.get('/consents')).text, /Cai/);
    assert.equal((await dad.post(at, yes)).status, 404);
  }
});

test('nobody answers for somebody else’s child', async () => {
  const { mother, people, as, at } = await asked();
  assert.equal((await mother.post(`/consents/${people.mali.personId}`, yes)).status, 404);
  for (const name of ['ffion', 'office', 'cai', 'guest'] as const)
    assert.equal((await (await as(name)).post(at, yes)).status, 404, name);
});

test('the office sees who has not answered, and prints letters for those without an account', async () => {
  const { office, mother, at } = await asked();
  const page = (await office.get('/school/consents/asking')).text;
  assert.match(page, /0 of 4 children are answered for/);
  await mother.post(at, yes);
  assert.match((await office.get('/school/consents/asking')).text, /1 of 4 children are answered for/);
  const letters = (await office.get('/school/consents/asking/letters')).text;
  assert.match(letters, /Mali Rees/);
  assert.doesNotMatch(letters, /Cai Roberts/);
});

test('one round runs at a time, is ended, and is taken up again by undo', async () => {
  const { site, office, mother, people, waits } = await asked();
  assert.equal((await office.post('/school/consents/asking', round)).status, 422);
  const end = /action="([^"]+\/end)"/.exec((await office.get('/school/consents/asking')).text)![1]!;
  await office.post(end);
  await deliver(site);
  assert.deepEqual(await waits(people.parent.personId), []);
  assert.match((await mother.get('/consents')).text, /asks you nothing/);
  await office.post(end.replace(/end$/, 'restore'));
  await deliver(site);
  assert.deepEqual(await waits(people.parent.personId), ['consents.asked']);
});
