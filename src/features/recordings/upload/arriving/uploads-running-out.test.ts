import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Message } from '#platform/jobs/outbox.ts';
import { runJob } from '#test/deliver.ts';
import { media } from '#test/media/make-media.ts';
import { describedRecording, recordingScene } from '../../recordings.scene.ts';
import { senders } from './sender.test-helper.ts';
import { uploadArrived, uploadsJob } from './uploads-running-out.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;
let all: Scene;
let site: Scene['site'];
let db: Scene['db'];
let school: Scene['school'];
let people: Scene['people'];
let deviceOf: Awaited<ReturnType<typeof senders>>;
let film: Buffer;
/** A school of its own for each test. */
async function arrange(): Promise<void> {
  all = await recordingScene();
  ({ site, db, school, people } = all);
  deviceOf = await senders(site);
  film = await readFile(await media('moving.mp4'));
}
const day = 24 * 60 * 60 * 1000;
const job = () => runJob(site, uploadsJob);

const waiting = async (id: string) =>
  (
    await db
      .selectFrom('notice')
      .select(['href', 'done_at as doneAt'])
      .where('owner_id', '=', people.ann.personId)
      .where('item_id', '=', id)
      .where('kind', '=', 'recording.upload-waits')
      .execute()
  ).filter(({ doneAt }) => doneAt === null);

async function begun() {
  const { id, address } = await describedRecording(all);
  const ann = await deviceOf(people.ann);
  const { location } = await ann.begin(address, film.length);
  await ann.patch(location, 0, film.subarray(0, 10_000));
  return { id, address, upload: location, uploadId: location.split('/').at(-1)! };
}

test('whoever began is told once before it goes, and then it is gone for good', async () => {
  await arrange();
  const start = site.clock.now;
  const { id, address, uploadId } = await begun();
  site.clock.move(4 * day);
  await job();
  assert.deepEqual(await waiting(id), []);
  site.clock.move(1.5 * day);
  await job();
  await job();
  assert.deepEqual(
    (await waiting(id)).map(({ href }) => href),
    [`${address}/send`],
  );
  assert.notEqual(await site.services.vault.length(uploadId), null);
  site.clock.move(1.5 * day);
  await job();
  assert.equal(await site.services.vault.length(uploadId), null);
  assert.deepEqual(await waiting(id), []);
  const { ended_at: endedAt } = await db
    .selectFrom('recording_upload')
    .select('ended_at')
    .where('owner_id', '=', school.id)
    .where('id', '=', uploadId)
    .executeTakeFirstOrThrow();
  assert.ok(endedAt);
  site.clock.set(start);
});

test('what arrives after all, or is ended, waits no longer', async () => {
  await arrange();
  const start = site.clock.now;
  const [one, other] = [await begun(), await begun()];
  site.clock.move(5.5 * day);
  await job();
  assert.equal((await waiting(one.id)).length, 1);
  const ann = await deviceOf(people.ann);
  await ann.all(one.upload, film);
  // Told by itself: what else hears of an arrival makes copies of the film.
  const message = { id: one.id, kind: 'recording.arrived', ownerId: school.id, attempts: 0 };
  await uploadArrived.handle(
    { ...message, body: { itemId: one.id, actorId: people.ann.personId } } as unknown as Message,
    { ...site.services, signal: new AbortController().signal },
  );
  assert.deepEqual(await waiting(one.id), []);
  await ann.ask('DELETE', other.upload);
  assert.deepEqual(await waiting(other.id), []);
  site.clock.set(start);
});
