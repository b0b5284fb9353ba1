import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { catalogue } from '#features/evidence/index.ts';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { makeManager, makePerson, type TestPerson } from '#test/factories.ts';
import { beginMaking, untilMade } from '../making/workshop.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';
import { consentChanged } from '../sharing/consent.handlers.ts';
import { closeWhenConsentsRunOut } from './consents-run-out.job.ts';
import { filmsOrRubricOf } from './protocol-links.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;

const said = {
  title: 'Paper strips',
  lesson: 'Halves of a strip',
  domain: 'explaining-and-modelling',
  row: 'explaining-and-modelling/steps',
  subject: 'Mathematics',
  phase: 'primary',
  look_for: 'Each step is said in one sentence',
  not_shown: 'The week of counting before',
  keep_until: '2027-05-01',
};

/** What the form sends, with the id that was drawn for the copy. */
const offered = (all: Scene, more: Record<string, string | readonly string[]> = {}) => ({
  id: newId(all.site.clock.now),
  ...said,
  ...more,
});

async function offer(all: Scene, address: string, more: Record<string, string | readonly string[]> = {}) {
  const sent = offered(all, more);
  const answer = await (await all.as('ann')).post(`${address}/exemplar`, sent);
  return { id: sent.id, answer, at: `/recordings/${sent.id}` };
}

async function madeOf(all: Scene): Promise<void> {
  const signal = new AbortController().signal;
  const message = { ownerId: all.school.id, kind: 'recording.changes-wanted', body: {} };
  await beginMaking.handle(message as Parameters<typeof beginMaking.handle>[0], {
    ...all.site.services,
    signal,
  });
  await untilMade(all.site.db);
}

const rowOf = ({ db, school }: Scene, id: string) =>
  db
    .selectFrom('recording')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const pupilIn = (pupil: TestPerson) => ({
  personId: pupil.personId,
  shown: 'seen' as const,
  consent: 'given',
});

const agreed = (all: Scene, pupil: TestPerson) =>
  giveConsent(all.site, { pupil, purpose: 'recording-exemplar' });

test('the whole of a recording becomes a copy that all staff watch, and the first stays as private as it was', async () => {
  const all = await recordingScene();
  const { address, id: firstId } = await readyRecording(all, { withFilm: true });
  const huw = await all.as('huw');
  assert.match((await huw.get('/exemplars')).text, /There is no example for you to watch yet/);
  const { answer, at, id } = await offer(all, address);
  assert.deepEqual([answer.status, answer.to], [303, at]);
  const page = await huw.get(at);
  assert.equal(page.status, 200);
  assert.match(page.text, /Each step is said in one sentence/);
  assert.match(page.text, /The week of counting before/);
  assert.match(
    page.text,
    /Each step is small enough to be said in a sentence/,
    'the row of the rubric beside it',
  );
  assert.equal((await huw.get(`${at}/play`, { range: 'bytes=0-63' })).status, 206);
  assert.equal((await huw.get(address)).status, 403);
  assert.equal((await huw.get(`${address}/play`)).status, 403);
  assert.match((await huw.get('/exemplars')).text, /Paper strips/);
  const { db, school, site } = all;
  const [first, copy] = [
    await selectWrappedKey(db, school.id, firstId),
    await selectWrappedKey(db, school.id, id),
  ];
  const { keys } = site.services;
  assert.notDeepEqual(keys.unwrap(first!, firstId), keys.unwrap(copy!, id), 'a key of its own');
  assert.match((await (await all.as('ann')).get(at)).text, /Huw Parry.*once/s, 'its author sees who watched');
});

test('sent twice there is one copy', async () => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  const ann = await all.as('ann');
  const sent = offered(all);
  for (let times = 0; times < 2; times++)
    assert.equal((await ann.post(`${address}/exemplar`, sent)).status, 303);
  const rows = await all.db
    .selectFrom('exemplar')
    .selectAll()
    .where('owner_id', '=', all.school.id)
    .execute();
  assert.equal(rows.length, 1);
  const other = await readyRecording(all, { withFilm: true, title: 'Another' });
  assert.equal(
    (await ann.post(`${other.address}/exemplar`, sent)).status,
    422,
    'nor another under the same id',
  );
});

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

test('a pupil who may be recognised and has not agreed to that is named to its author, and nothing is copied', async () => {
  const all = await recordingScene();
  const [cai, mali] = [
    await makePerson(all.db, all.school, { name: 'Cai Roberts', kind: 'pupil' }),
    await makePerson(all.db, all.school, { name: 'Mali Rees', kind: 'pupil' }),
  ];
  // What was given for learning holds for learning.
  await giveConsent(all.site, { pupil: cai });
  await agreed(all, mali);
  const { address } = await readyRecording(all, {
    withFilm: true,
    pupils: [pupilIn(cai), pupilIn(mali)],
  });
  const { answer } = await offer(all, address);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /may be recognised: Cai Roberts\./);
  assert.equal(
    (await all.db.selectFrom('exemplar').selectAll().where('owner_id', '=', all.school.id).execute()).length,
    0,
  );
  assert.equal((await (await all.as('tomos')).get(`${address}/exemplar`)).status, 403);
  await agreed(all, cai);
  assert.equal((await offer(all, address)).answer.status, 303);
});

test('whoever her author says cannot be recognised in the stretch stands in the copy as hidden', async () => {
  const all = await recordingScene();
  const cai = await makePerson(all.db, all.school, { name: 'Cai Roberts', kind: 'pupil' });
  const { address } = await readyRecording(all, { withFilm: true, pupils: [pupilIn(cai)] });
  const { answer, id } = await offer(all, address, { unseen: [cai.personId] });
  assert.equal(answer.status, 303, answer.text);
  const shown = await all.db
    .selectFrom('recording_pupil')
    .select(['shown', 'consent'])
    .where('owner_id', '=', all.school.id)
    .where('recording_id', '=', id)
    .execute();
  assert.deepEqual(shown, [{ shown: 'hidden', consent: 'none' }]);
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

test('a stretch is cut out, with nothing of the rest, and opens once its author has watched it', async () => {
  const all = await recordingScene();
  const { address, id: firstId } = await readyRecording(all, { withFilm: true });
  const { answer, at, id } = await offer(all, address, { from: '0:02', to: '0:05' });
  assert.equal(answer.status, 303, answer.text);
  const [ann, huw] = [await all.as('ann'), await all.as('huw')];
  const refused = await ann.post(`${at}/watched`);
  assert.match((await ann.get(at)).text, /being cut out/);
  assert.notEqual((await rowOf(all, id)).watched_at, undefined);
  assert.equal((await rowOf(all, id)).watched_at, null, `not before it is cut: ${refused.status}`);
  assert.equal((await huw.get(`${at}/play`)).status, 403);
  await madeOf(all);
  const row = await rowOf(all, id);
  assert.equal(row.state, 'ready');
  assert.ok(Math.abs(row.duration_ms! - 3000) < 300, String(row.duration_ms));
  assert.equal((await huw.get(at)).status, 403, 'its author has not watched it');
  assert.match((await ann.get(at)).text, /Watch it, and say so below/);
  assert.equal((await ann.post(`${at}/watched`)).status, 303);
  assert.equal((await huw.get(`${at}/play`, { range: 'bytes=0-9' })).status, 206);
  const media = await all.db
    .selectFrom('recording_medium')
    .select('part')
    .where('owner_id', '=', all.school.id)
    .where('recording_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('part')
    .execute();
  assert.deepEqual(
    media.map(({ part }) => part),
    ['playable', 'poster'],
    'the whole is gone from the copy',
  );
  assert.equal((await rowOf(all, firstId)).duration_ms, 8000);
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

test('its own notes and those of others stay with the first', async () => {
  const all = await recordingScene();
  const { address, id } = await readyRecording(all, { withFilm: true });
  await insertNotes(
    all.db,
    { ownerId: all.school.id, recordingId: id },
    [
      {
        id: newId(all.site.clock.now),
        personId: all.people.ann.personId,
        fromMs: 1000,
        toMs: null,
        sort: 'describe',
        text: 'Owen looks away',
        tags: [],
      },
    ],
    all.site.clock.now,
  );
  const { at } = await offer(all, address);
  for (const name of ['ann', 'huw'] as const)
    assert.doesNotMatch((await (await all.as(name)).get(at)).text, /Owen looks away/, name);
});

test('what is not watched yet, closed, or not hers cannot be offered; a row of another domain, a day too late, a time that cannot be read are said', async () => {
  const all = await recordingScene();
  const unwatched = await readyRecording(all, { withFilm: true, watched: false });
  assert.match((await offer(all, unwatched.address)).answer.text, /Watch it first/);
  const { address } = await readyRecording(all, { withFilm: true, others: 'Mrs Ellis, who helps' });
  const { answer } = await offer(all, address, {
    row: 'routines-and-climate/start',
    keep_until: '2031-01-01',
    from: 'soon',
    others_agree: '',
  });
  assert.equal(answer.status, 422);
  for (const says of [/Choose one/, /until .* at the latest/, /Write minutes and seconds/, /Ask them first/])
    assert.match(answer.text, says);
  const tomos = await all.as('tomos');
  assert.equal((await tomos.post(`${address}/exemplar`, offered(all))).status, 403);
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
