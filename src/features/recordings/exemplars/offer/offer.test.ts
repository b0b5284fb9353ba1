import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { makePerson } from '#test/factories.ts';
import { beginMaking, untilMade } from '../../making/workshop.ts';
import { insertNotes } from '../../notes/write-notes.ts';
import { selectWrappedKey } from '../../recording.queries.ts';
import { readyRecording, recordingScene } from '../../recordings.scene.ts';
import { insertTranscript } from '../../transcripts/write-transcript.ts';
import { agreed, offer, offered, pupilIn, rowOf } from '../exemplars.scene.ts';

/** The stretch that was asked for is cut. */
async function madeOf(all: Awaited<ReturnType<typeof recordingScene>>): Promise<void> {
  const signal = new AbortController().signal;
  const message = { ownerId: all.school.id, kind: 'recording.changes-wanted', body: {} };
  await beginMaking.handle(message as Parameters<typeof beginMaking.handle>[0], {
    ...all.site.services,
    signal,
  });
  await untilMade(all.site.db);
}

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

test('where its author ticks it, what was said in the stretch goes along as captions, and nothing of the rest', async () => {
  const all = await recordingScene();
  const { address, id: firstId } = await readyRecording(all, { withFilm: true });
  const ann = await all.as('ann');
  assert.doesNotMatch((await ann.get(`${address}/exemplar`)).text, /With its transcript/);
  const utterances = [
    { fromMs: 0, toMs: 1900, speaker: 'T', text: 'Before it', tags: [] },
    { fromMs: 2500, toMs: 4000, speaker: 'T', text: 'Within it', tags: ['talk/silence'] },
    { fromMs: 4500, toMs: 7900, speaker: 'P', text: 'Mostly after it', tags: [] },
  ];
  await insertTranscript(
    all.db,
    { ownerId: all.school.id, id: firstId },
    { language: 'en', origin: 'typed', madeBy: all.people.ann.personId, utterances },
    all.site.clock.now,
  );
  assert.match((await ann.get(`${address}/exemplar`)).text, /With its transcript/);
  const without = await offer(all, address);
  assert.equal((await ann.get(`${without.at}/captions.vtt`)).status, 404);
  const { at } = await offer(all, address, { from: '0:02', to: '0:05', transcript: 'yes' });
  await madeOf(all);
  await ann.post(`${at}/watched`);
  const huw = await all.as('huw');
  const captions = await huw.get(`${at}/captions.vtt`);
  assert.match(captions.text, /00:00:00\.500 --> 00:00:02\.000.*Within it/s);
  assert.doesNotMatch(captions.text, /Before it|Mostly after it/);
  const sheet = await huw.get(`${at}/transcript.csv`);
  assert.doesNotMatch(sheet.text, /silence|Before it|Mostly after it/, 'nor the tags');
});
