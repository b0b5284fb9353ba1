import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { describedRecording, readyRecording, recordingScene } from '../recordings.scene.ts';
import { keepMade } from './make-recording.ts';
import { takeNext } from './making.queries.ts';
import { lost, rowOf } from './making.test-helper.ts';

test('erased, nothing of it can be opened again: not the film, not its key, and the notes go if its author chose so', async () => {
  const all = await recordingScene();
  const { db, school, people, site } = all;
  const { id, address, mediumId } = await readyRecording(all, { withFilm: true });
  const written = { id: newId(site.clock.now), personId: people.ann.personId };
  const note = {
    ...written,
    fromMs: 1000,
    toMs: null,
    text: 'Four wrote at once',
    sort: 'describe' as const,
    tags: [],
  };
  await insertNotes(db, { ownerId: school.id, recordingId: id }, [note], site.clock.now);
  const ann = await all.as('ann');
  assert.equal((await ann.post(`${address}/erase`, { notes_after: 'go' })).status, 303);
  const row = await rowOf(all, id);
  assert.deepEqual([row.state, row.wrapped_key], ['erased', null]);
  assert.equal(await site.services.vault.length(mediumId!), null);
  assert.equal((await ann.get(`${address}/play`)).status, 404);
  const left = await db.selectFrom('recording_note').selectAll().where('owner_id', '=', school.id).execute();
  assert.deepEqual(left, []);
});

test('erased while it is being made, it stays erased, and what was made of it goes', async () => {
  const all = await recordingScene();
  const { site, db, school } = all;
  const { vault, keys } = site.services;
  const { id, address } = await describedRecording(all, { others: 'A visitor, Mr Rees' });
  await lost(all, id, { arrivedAt: '2026-11-01T08:00:00Z' });
  const taken = await takeNext(db, school.id, site.clock.now);
  const film = { id: newId(site.clock.now), part: 'playable' as const, mediaType: 'video/mp4' };
  const sealed = await vault.seal(film.id, keys.unwrap(taken!.wrappedKey, id), [Buffer.from('film')]);
  assert.equal((await (await all.as('ann')).post(`${address}/erase`, { notes_after: 'stay' })).status, 303);
  await keepMade(site.services, taken!, {
    media: [{ ...film, ...sealed }],
    kind: 'video',
    durationMs: 8000,
    width: 640,
    height: 360,
    peaks: null,
  });
  const row = await rowOf(all, id);
  assert.deepEqual([row.state, row.wrapped_key, row.others], ['erased', null, '']);
  assert.equal(await vault.length(film.id), null);
});
