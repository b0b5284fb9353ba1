import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { makeManager, makePerson } from '#test/factories.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';
import { consentChanged } from '../sharing/consent.handlers.ts';
import { closeWhenConsentsRunOut } from './consents-run-out.job.ts';
import { offer, pupilIn, rowOf, said } from './exemplars.scene.ts';
import { filmsOrRubricOf } from './protocol-links.ts';

test('her line manager is kept out of the example, of its film and of its card, and a guest too', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  const { at } = await offer(all, address);
  const beth = await all.as('beth');
  for (const path of [at, `${at}/play`, `${at}/poster`])
    assert.equal((await beth.get(path)).status, 403, path);
  assert.doesNotMatch((await beth.get('/exemplars')).text, /Paper strips/);
  assert.doesNotMatch((await beth.get('/rubrics/explaining-and-modelling')).text, /Paper strips/);
  const guest = await all.as('specialist');
  assert.equal((await guest.get(at)).status, 403);
  assert.equal((await guest.get('/exemplars')).status, 403);
  assert.doesNotMatch((await guest.get('/rubrics/explaining-and-modelling')).text, /Paper strips/);
  await makeManager(all.db, all.school, all.people.huw, all.people.ann);
  assert.equal((await (await all.as('huw')).get(at)).status, 403, 'whoever comes to manage her later');
  assert.match(
    (await (await all.as('ann')).get(`${address}/exemplar`)).text,
    /Those who manage you are kept out/,
  );
});

test('a consent taken back, or run out, closes the copy and leaves the first open; given again it opens', async () => {
  const all = await recordingScene();
  const { db, school, site } = all;
  const cai = await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' });
  await giveConsent(site, { pupil: cai });
  await giveConsent(site, { pupil: cai, purpose: 'recording-exemplar', until: '2026-12-01' });
  const { address } = await readyRecording(all, { withFilm: true, pupils: [pupilIn(cai)] });
  const { at } = await offer(all, address);
  const huw = await all.as('huw');
  const job = { ...site.services, signal: new AbortController().signal };
  const says = (kind: string) =>
    consentChanged.handle(
      {
        ownerId: school.id,
        kind,
        body: { personId: cai.personId, purpose: 'recording-exemplar' },
      } as Parameters<typeof consentChanged.handle>[0],
      job,
    );
  await says('consent.withdrawn');
  assert.equal((await huw.get(at)).status, 403);
  assert.equal((await huw.get(`${at}/play`)).status, 403);
  assert.doesNotMatch((await huw.get('/exemplars')).text, /Paper strips/);
  assert.match((await (await all.as('ann')).get('/exemplars')).text, /Not open to others now/);
  assert.equal(
    (await (await all.as('tomos')).get(address)).status,
    200,
    'what was given for learning stands',
  );
  await says('consent.given');
  assert.equal((await huw.get(at)).status, 200);
  await closeWhenConsentsRunOut.run(job);
  assert.equal((await huw.get(at)).status, 200, 'its last day is not over');
  site.clock.set('2026-12-02T04:40:00Z');
  await closeWhenConsentsRunOut.run(job);
  await closeWhenConsentsRunOut.run(job);
  assert.equal((await huw.get(at)).status, 403);
});

test('taken away the example is gone for everybody and can be brought back; erased it is gone for good, and the first plays on', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  const { at, id } = await offer(all, address);
  const [ann, huw] = [await all.as('ann'), await all.as('huw')];
  const { undo } = await ann.post(`${at}/end`).then(() => ({ undo: `${at}/bring-back` }));
  assert.equal((await huw.get(at)).status, 404);
  assert.doesNotMatch((await huw.get('/exemplars')).text, /Paper strips/);
  assert.equal((await ann.post(undo)).status, 303);
  assert.equal((await huw.get(at)).status, 200);
  assert.equal((await ann.post(`${at}/erase`, { notes_after: 'go' })).status, 303);
  assert.equal((await rowOf(all, id)).wrapped_key, null);
  assert.doesNotMatch((await huw.get('/exemplars')).text, /Paper strips/);
  assert.equal((await ann.get(`${address}/play`, { range: 'bytes=0-9' })).status, 206);
});

test('the library is narrowed by domain, subject, age, words and row, and paged', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  await offer(all, address);
  await offer(all, address, {
    title: 'Waiting',
    domain: 'questioning-and-talk',
    row: '',
    subject: 'Welsh',
    phase: 'any',
  });
  const huw = await all.as('huw');
  const found = async (query: string) => {
    const { text } = await huw.get(`/exemplars?${query}`);
    return ['Paper strips', 'Waiting'].filter((title) => text.includes(`>${title}</a>`));
  };
  assert.deepEqual(await found(''), ['Paper strips', 'Waiting']);
  assert.deepEqual(await found('domain=questioning-and-talk'), ['Waiting']);
  assert.deepEqual(await found('subject=mathematics'), ['Paper strips']);
  assert.deepEqual(await found('phase=secondary'), ['Waiting'], 'for any age');
  assert.deepEqual(await found('words=one+sentence&domain=explaining-and-modelling'), ['Paper strips']);
  assert.deepEqual(await found('row=explaining-and-modelling%2Fsteps'), ['Paper strips']);
  assert.deepEqual(await found('words=100%25'), []);
  assert.deepEqual(await found('page=2'), []);
  assert.match((await huw.get('/rubrics/explaining-and-modelling')).text, /Paper strips/);
});

test('what stands beside it is changed by its author alone; saved over from another tab, both texts are shown', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  const { at } = await offer(all, address);
  const ann = await all.as('ann');
  const { title: _title, lesson: _lesson, keep_until: _until, ...beside } = said;
  const edit = `${at}/exemplar/edit`;
  assert.equal((await (await all.as('huw')).get(edit)).status, 403);
  assert.equal((await ann.get(`${address}/exemplar/edit`)).status, 404, 'the first is no example');
  assert.equal((await ann.post(edit, { ...beside, look_for: 'Her hands', version: '1' })).status, 303);
  assert.match((await ann.get(at)).text, /Her hands/);
  const stale = await ann.post(edit, { ...beside, look_for: 'His voice', version: '1' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Her hands/);
  assert.match(stale.text, /His voice/);
});

test('examples are not among what was shown to one, and their author reads that all staff see them', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  await offer(all, address);
  assert.doesNotMatch((await (await all.as('huw')).get('/recordings')).text, /Paper strips/);
  assert.match((await (await all.as('ann')).get('/recordings')).text, /An example: all staff see it/);
});

test('the three domains of the instructional coaching protocol lead to examples and to a rubric, other steps to none', () => {
  const protocol = catalogue().protocols.find(({ id }) => id === 'instructional-coaching-programme')!;
  const links = protocol.stages.flatMap(({ steps }) =>
    steps.flatMap((step) => filmsOrRubricOf(protocol, step)?.href ?? []),
  );
  assert.deepEqual(links, [
    '/exemplars?domain=routines-and-climate',
    '/rubrics/routines-and-climate',
    '/exemplars?domain=explaining-and-modelling',
    '/rubrics/explaining-and-modelling',
    '/exemplars?domain=practice-and-feedback',
    '/rubrics/practice-and-feedback',
  ]);
  const others = catalogue().protocols.filter(({ id }) => id !== protocol.id);
  for (const other of others)
    for (const step of other.stages.flatMap(({ steps }) => steps))
      assert.equal(filmsOrRubricOf(other, step), undefined, `${other.id}: ${step.id}`);
  assert.equal(filmsOrRubricOf(undefined, undefined), undefined);
});
