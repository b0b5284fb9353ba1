import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { makePerson } from '#test/factories.ts';
import { readyRecording, recordingScene } from './recordings.scene.ts';
import { insertNotes } from './notes/write-notes.ts';
import { insertTranscript } from './transcripts/write-transcript.ts';

async function openedByLaw(more: Record<string, string> = {}) {
  const all = await recordingScene();
  const { site, school, db, people } = all;
  const head = await site.as(await makePerson(db, school, { name: 'Gwen Davies', roles: ['head'] }));
  const lead = await site.as(
    await makePerson(db, school, { name: 'Mari Evans', roles: ['safeguarding-lead'] }),
  );
  const { id, address } = await readyRecording(all, { withFilm: true });
  const note = { id: newId(site.clock.now), personId: people.ann.personId, fromMs: 3000, toMs: null };
  await insertNotes(
    db,
    { ownerId: school.id, recordingId: id },
    [{ ...note, sort: 'judge', text: 'He said it at break', tags: [] }],
    site.clock.now,
  );
  await db
    .insertInto('recording_reply')
    .values({
      owner_id: school.id,
      id: newId(site.clock.now),
      recording_id: id,
      note_id: note.id,
      person_id: people.tomos.personId,
      text: 'He said it twice',
      version: 1,
      created_at: site.clock.now,
    })
    .execute();
  await insertTranscript(
    db,
    { ownerId: school.id, id },
    {
      language: 'en',
      origin: 'vtt',
      madeBy: people.ann.personId,
      utterances: [{ fromMs: 1000, toMs: 2000, speaker: 'Pupil', text: 'At break it happened', tags: [] }],
    },
    site.clock.now,
  );
  const asked = await lead.post('/school/override', {
    address,
    reason: 'A pupil may have said something here that we must know in order to protect him.',
    danger: 'no',
    ...more,
  });
  assert.equal(asked.status, 303, asked.text);
  return { all, head, lead, id, address, request: asked.to };
}

test('two whom the law lets open a recording read its notes and play it, for a time, and its author sees that they did', async () => {
  const { all, head, lead, id, address, request } = await openedByLaw();
  for (const [who, path] of [
    [head, `${request}/play`],
    [lead, `${request}/play`],
    [head, `${address}/play`],
  ] as const)
    assert.equal((await who.get(path)).status, 403, `${path} before both agreed`);
  assert.equal((await head.post(`${request}/agree`)).status, 303);
  const page = await head.get(request);
  for (const words of [
    /He said it at break/,
    /Tomos[^]*He said it twice/,
    /0:01 Pupil: At break it happened/,
  ])
    assert.match(page.text, words);
  assert.match(page.text, /<video[^>]*\/play"/);
  for (const range of ['bytes=0-99', 'bytes=100-'])
    assert.equal((await head.get(`${request}/play`, { range })).status, 206);
  assert.equal((await head.get(`${address}/play`)).status, 403, 'the recording’s own address stays closed');
  const huw = await all.as('huw');
  assert.equal((await huw.get(`${request}/play`)).status, 403);
  const ann = await all.as('ann');
  assert.match((await ann.get(address)).text, /Who has played it.*Gwen Davies.*once/s);
  assert.match((await ann.get('/me/seen')).text, /Gwen Davies/);
  all.site.clock.move(73 * 60 * 60_000);
  assert.equal((await head.get(`${request}/play`)).status, 403, 'after 72 hours it is over');
  assert.ok(id);
});

test('where telling would endanger someone, the playing is not shown to the author before the agreed day', async () => {
  const { all, head, request, address } = await openedByLaw({ danger: 'yes', hidden_until: '2026-12-01' });
  assert.equal((await head.post(`${request}/agree`)).status, 303);
  assert.equal((await head.get(`${request}/play`)).status, 200);
  const ann = await all.as('ann');
  assert.doesNotMatch((await ann.get(address)).text, /Gwen Davies/);
  assert.doesNotMatch((await ann.get('/me/seen')).text, /Gwen Davies/);
  const again = await ann.post(`${address}/not-watched`);
  assert.equal(again.status, 303, 'nor by a refusal that says that somebody has seen it');
});
