import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { giveConsent, onPaper, scene } from './consents.scene.ts';
import { standingOf } from './index.ts';
import { renewalJob } from './renewal.job.ts';

const purpose = 'recording-learning';
type Scene = Awaited<ReturnType<typeof scene>>;

const answerOf = async ({ db, school, people }: Scene): Promise<string> =>
  (
    await standingOf(db, {
      organisationId: school.id,
      personIds: [people.cai.personId],
      purpose,
      today: '2026-11-18',
    })
  )[0]!.answer;

const consentOf = async ({ db, school, people }: Scene): Promise<string> =>
  (
    await db
      .selectFrom('consent')
      .select('id')
      .where('owner_id', '=', school.id)
      .where('person_id', '=', people.cai.personId)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).id;

const waitsFor = async (stage: Scene, name: keyof Scene['people']): Promise<string[]> =>
  (
    await stage.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', stage.people[name].personId)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ kind }) => kind);

test('a teacher who was told writes it down at once; it counts at once, and the office and the other teachers are told', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  await giveConsent(site, { pupil: people.cai, by: people.office });
  const ffion = await as('ffion');
  const pupil = `/school/consents/pupils/${people.cai.personId}`;
  const at = `${pupil}/${await consentOf(stage)}`;
  assert.match((await ffion.get(pupil)).text, /Take this consent back/);
  assert.equal((await ffion.post(`${at}/withdraw`, { said_by: '' })).status, 422);
  const done = await ffion.post(`${at}/withdraw`, { said_by: 'Lowri Roberts, mother' });
  assert.equal(done.status, 303);
  assert.equal(await answerOf(stage), 'refused');
  assert.match((await ffion.get(pupil)).text, /Taken back[^]*Said by Lowri Roberts, mother/);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'office'), ['consents.taken-back']);
  assert.deepEqual(await waitsFor(stage, 'huw'), ['consents.taken-back']);
  assert.deepEqual(await waitsFor(stage, 'ffion'), [], 'she wrote it herself');
  assert.deepEqual(await waitsFor(stage, 'tomos'), [], 'it is not his class');
  assert.match((await (await as('huw')).get('/today')).text, /A consent for Cai Roberts was taken back/);
  await (await as('huw')).get(pupil);
  assert.deepEqual(await waitsFor(stage, 'huw'), [], 'he has read it');

  // A colleague of the class does not undo what she wrote; she does, and then nothing waits.
  assert.equal((await (await as('huw')).post(`${at}/restore`)).status, 403);
  assert.equal((await ffion.post(`${at}/restore`)).status, 303);
  assert.equal(await answerOf(stage), 'given');
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
});

test('those of other classes, pupils, families, guests and governors take nothing back', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  await giveConsent(site, { pupil: people.cai });
  const at = `/school/consents/pupils/${people.cai.personId}/${await consentOf(stage)}/withdraw`;
  for (const name of ['tomos', 'governor', 'guest', 'parent', 'cai'] as const) {
    const { status } = await (await as(name)).post(at, { said_by: 'Me' });
    assert.ok(status === 403 || status === 404, `${name}: ${status}`);
  }
  assert.equal(await answerOf(stage), 'given');
});

test('a consent of one pupil cannot be taken back under another’s name', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  await giveConsent(site, { pupil: people.cai });
  const at = `/school/consents/pupils/${people.mali.personId}/${await consentOf(stage)}/withdraw`;
  assert.equal((await (await as('office')).post(at, { said_by: 'Me' })).status, 404);
  assert.equal(await answerOf(stage), 'given');
});

test('a refusal after a consent is told to the teachers, one where nothing stood is not', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  const office = await as('office');
  const pupil = `/school/consents/pupils/${people.cai.personId}`;
  const refusal = { ...onPaper, purpose, answer: 'refused' };
  await office.post(pupil, refusal);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'ffion'), []);
  await office.post(pupil, { ...refusal, answer: 'given' });
  const { to } = await office.post(pupil, refusal);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'ffion'), ['consents.taken-back']);
  // It was a slip: what stood before stands again, and nothing waits.
  const undo = /action="([^"]+\/undo)"/.exec((await office.get(to)).text)![1]!;
  await office.post(undo);
  await deliver(site);
  assert.equal(await answerOf(stage), 'given');
  assert.deepEqual(await waitsFor(stage, 'ffion'), []);
});

test('what a family took back stays taken back when the answers of that pile are undone', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  const office = await as('office');
  const pupil = `/school/consents/pupils/${people.cai.personId}`;
  await giveConsent(site, { pupil: people.cai });
  const { to } = await office.post(pupil, { ...onPaper, purpose, answer: 'given' });
  const undo = /action="([^"]+\/undo)"/.exec((await office.get(to)).text)![1]!;
  await office.post(`${pupil}/${await consentOf(stage)}/withdraw`, { said_by: 'Lowri Roberts' });
  assert.equal((await office.post(undo)).status, 422);
  assert.equal(await answerOf(stage), 'refused');
});

test('what runs out within thirty days waits for those who keep the register until the families are asked again', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  await giveConsent(site, { pupil: people.cai, until: '2026-12-19' });
  await runJob(site, renewalJob);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
  site.clock.set('2026-11-19T08:00:00Z');
  await runJob(site, renewalJob);
  await runJob(site, renewalJob);
  assert.deepEqual(await waitsFor(stage, 'office'), ['consents.renewal']);
  assert.deepEqual(await waitsFor(stage, 'senior'), []);
  const office = await as('office');
  assert.match((await office.get('/school/consents?answer=soon')).text, /Cai Roberts/);
  await office.post(`/school/consents/pupils/${people.cai.personId}`, {
    ...onPaper,
    purpose,
    answer: 'given',
  });
  await runJob(site, renewalJob);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
});
