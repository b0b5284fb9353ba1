import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { media } from '#test/media/make-media.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { describedRecording, recordingScene } from '../recordings.scene.ts';
import { makeAll, rowOf, sent } from './making.test-helper.ts';

test('a phone’s film becomes one that every browser plays, upright, with a picture and the shape of its sound; what was sent is gone', async () => {
  const all = await recordingScene();
  const { id, address } = await describedRecording(all);
  const medium = await sent(all, await media('rotated.mp4'), 'video/mp4', id);
  const row = await rowOf(all, id);
  assert.equal(row.state, 'ready');
  assert.ok(row.height! > row.width!, 'upright');
  assert.ok((row.peaks as number[]).length > 100);
  const ann = await all.as('ann');
  const film = await ann.get(`${address}/play`, { range: 'bytes=0-63' });
  assert.equal(film.status, 206);
  assert.equal((await ann.get(`${address}/poster`)).status, 200);
  assert.equal(await all.site.services.vault.length(medium), null);
});

test('what is no film is said to be none, and can be sent again', async () => {
  const all = await recordingScene();
  const { id, address } = await describedRecording(all);
  await sent(all, await media('renamed.mp4'), 'video/mp4', id);
  const row = await rowOf(all, id);
  assert.deepEqual([row.state, row.trouble], ['unreadable', 'not a recording']);
  assert.match((await (await all.as('ann')).get(address)).text, /no film and no sound/);
  assert.equal((await (await all.as('ann')).get(`${address}/play`)).status, 404);
});

test('cut to a part, the notes in it move along and those outside end', async () => {
  const all = await recordingScene();
  const { db, school, people } = all;
  const { id, address } = await describedRecording(all);
  await sent(all, await media('moving.webm'), 'video/webm', id);
  const at = (fromMs: number, toMs: number | null, text: string) => ({
    id: newId(all.site.clock.now),
    personId: people.ann.personId,
    fromMs,
    toMs,
    text,
    sort: 'describe' as const,
    tags: [],
  });
  await insertNotes(
    db,
    { ownerId: school.id, recordingId: id },
    [
      at(500, null, 'before'),
      at(1500, 3000, 'reaches in'),
      at(4000, null, 'inside'),
      at(7500, null, 'after'),
    ],
    all.site.clock.now,
  );
  const ann = await all.as('ann');
  const nonsense = await ann.post(`${address}/change`, { from: 'soon', to: '0:06', turn: '0' });
  assert.equal(nonsense.status, 422);
  assert.equal((await ann.post(`${address}/change`, { from: '0:02', to: '0:06', turn: '90' })).status, 303);
  await makeAll(all);
  const row = await rowOf(all, id);
  assert.ok(Math.abs(row.duration_ms! - 4000) < 300, String(row.duration_ms));
  const notes = await db
    .selectFrom('recording_note')
    .select(['text', 'from_ms', 'to_ms', 'ended_at'])
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .orderBy('id')
    .execute();
  assert.deepEqual(
    notes.map(({ text, from_ms, to_ms, ended_at }) => [text, from_ms, to_ms, ended_at !== null]),
    [
      ['before', 0, null, true],
      ['reaches in', 0, 1000, false],
      ['inside', 2000, null, false],
      ['after', row.duration_ms, null, true],
    ],
  );
});
