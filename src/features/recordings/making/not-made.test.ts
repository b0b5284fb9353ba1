import assert from 'node:assert/strict';
import { test } from 'node:test';
import { media } from '#test/media/make-media.ts';
import { describedRecording, recordingScene } from '../recordings.scene.ts';
import { takeNext } from './making.queries.ts';
import { lost, makeAll, rowOf, sent } from './making.test-helper.ts';
import { forgetMedia } from './media.ts';

test('what fails is tried twice and no more, its author is told, and it does not hold up others', async () => {
  const all = await recordingScene();
  const { id, address } = await describedRecording(all);
  await lost(all, id, { arrivedAt: '2026-11-01T08:00:00Z' });
  const other = await describedRecording(all);
  await sent(all, await media('silent.mp4'), 'video/mp4', other.id);
  assert.equal((await rowOf(all, other.id)).state, 'ready', 'it came after the one that failed');
  const once = await rowOf(all, id);
  assert.deepEqual([once.state, once.trouble], ['arrived', 'another try']);
  await makeAll(all);
  const twice = await rowOf(all, id);
  assert.deepEqual([twice.state, twice.trouble], ['unreadable', 'not made']);
  assert.equal(await takeNext(all.db, all.school.id, all.site.clock.now), undefined);
  assert.match((await (await all.as('ann')).get(address)).text, /Send it again when you can/);
  assert.equal(all.site.problems.splice(0).length, 2, 'whoever runs the machine hears of each');
});

test('a key that is not here is waited for, however long, and its author reads so', async () => {
  const all = await recordingScene();
  const { id, address } = await describedRecording(all);
  await lost(all, id, { arrivedAt: '2026-11-01T08:00:00Z' });
  await all.db
    .updateTable('recording')
    .set({ wrapped_key: all.site.services.keys.newKey('another').wrapped })
    .where('owner_id', '=', all.school.id)
    .where('id', '=', id)
    .execute();
  for (let round = 0; round < 3; round += 1) await makeAll(all);
  const row = await rowOf(all, id);
  assert.deepEqual([row.state, row.trouble], ['arrived', 'its key']);
  assert.match((await (await all.as('ann')).get(address)).text, /Its key is not on this machine/);
  assert.equal(all.site.problems.splice(0).length, 1, 'whoever runs the machine hears of it once');
});

test('a change that cannot be made leaves the film as it was; of a copy the rest is not played', async () => {
  const all = await recordingScene();
  const { db, school } = all;
  const one = await describedRecording(all);
  const copy = await describedRecording(all, { copiedFrom: one.id });
  for (const { id } of [one, copy]) {
    await lost(all, id, { arrivedAt: '2026-11-01T08:00:00Z' });
    await db
      .updateTable('recording_medium')
      .set({ part: 'playable' })
      .where('owner_id', '=', school.id)
      .where('recording_id', '=', id)
      .execute();
    await db
      .updateTable('recording')
      .set({ wanted: JSON.stringify({ fromMs: 0, toMs: 2000 }) })
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .execute();
  }
  for (let round = 0; round < 2; round += 1) await makeAll(all);
  const standing = async (id: string): Promise<unknown[]> => {
    const { state, trouble, wanted } = await rowOf(all, id);
    return [state, trouble, wanted];
  };
  assert.deepEqual(await standing(one.id), ['ready', 'not changed', null]);
  assert.deepEqual(await standing(copy.id), ['unreadable', 'not made', null]);
  const page = await (await all.as('ann')).get(one.address);
  assert.match(page.text, /could not be made. It plays as it was/);
  assert.equal(all.site.problems.splice(0).length, 4);
});

test('one of which no medium is left does not hold up the others', async () => {
  const all = await recordingScene();
  const { db, school, site } = all;
  const { id } = await describedRecording(all);
  await lost(all, id, { arrivedAt: '2026-11-01T08:00:00Z' });
  await forgetMedia(db, school.id, id, site.clock.now);
  const other = await describedRecording(all);
  await sent(all, await media('silent.mp4'), 'video/mp4', other.id);
  assert.equal((await rowOf(all, other.id)).state, 'ready');
});

test('where making breaks off in the middle, what was sealed by then does not stay', async (t) => {
  const all = await recordingScene();
  const { vault } = all.site.services;
  const { seal } = vault;
  t.after(() => (vault.seal = seal));
  let sealed = 0;
  const { id } = await describedRecording(all);
  vault.seal = async (...asked) => {
    sealed += 1;
    // What was sent, then the film that was made of it, then the picture of that.
    if (sealed === 3) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return seal(...asked);
  };
  const medium = await sent(all, await media('moving.mp4'), 'video/mp4', id);
  assert.deepEqual([sealed, (await rowOf(all, id)).trouble], [3, 'room']);
  const kept: string[] = [];
  await vault.sweepUnnamed(new Date(Date.now() + 60_000), async (ids) => {
    kept.push(...ids);
    return new Set(ids);
  });
  assert.deepEqual(kept, [medium]);
  assert.equal(all.site.problems.splice(0).length, 1);
});
