import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { media } from '#test/media/make-media.ts';
import type { Browser } from '#test/site.ts';
import { describedRecording, recordingScene } from '../../recordings.scene.ts';
import { allInVault } from './uploading.test-helper.ts';

/** The form for browsers without JavaScript. */

type Scene = Awaited<ReturnType<typeof recordingScene>>;
let all: Scene;
let site: Scene['site'];
let db: Scene['db'];
let school: Scene['school'];
let people: Scene['people'];
let ann: Browser;
let film: Buffer;
/** A school of its own for each test. */
async function arrange(): Promise<void> {
  all = await recordingScene();
  ({ site, db, school, people } = all);
  ann = await all.as('ann');
  film = await readFile(await media('moving.webm'));
}
const chosen = (body: string | Uint8Array, name = 'IMG_2041.webm') => [{ field: 'film', name, body }];
const drawnFor = (personId = people.ann.personId) => ({ drawn_for: `${school.id} ${personId}` });

const mediaOf = (id: string) =>
  db
    .selectFrom('recording_medium')
    .select(['media_type as mediaType', 'sha256', 'bytes'])
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .execute();

test('a film arrives by a plain form, and one is led to its page', async () => {
  await arrange();
  const { id, address } = await describedRecording(all);
  const answer = await ann.post(`${address}/send/file`, drawnFor(), chosen(film));
  assert.deepEqual([answer.status, answer.to], [303, address]);
  const [medium, ...others] = await mediaOf(id);
  assert.deepEqual(others, []);
  assert.equal(medium!.mediaType, 'video/webm');
  assert.equal(Number(medium!.bytes), film.length);
  assert.equal(medium!.sha256, createHash('sha256').update(film).digest('hex'));
  const upload = await db
    .selectFrom('recording_upload')
    .select(['name', 'finished_at as finishedAt'])
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.equal(upload.name, 'IMG_2041.webm');
  assert.ok(upload.finishedAt);
});

test('whatever came to nothing is said on the page, and nothing of it is kept', async () => {
  await arrange();
  const { id, address } = await describedRecording(all);
  const send = (fields = drawnFor(), files = chosen(film)) => ann.post(`${address}/send/file`, fields, files);
  assert.equal(
    (await send(drawnFor(), chosen('a letter home', 'film.mp4'))).to,
    `${address}/send?trouble=no-recording`,
  );
  assert.equal((await send(drawnFor(), chosen('', ''))).to, `${address}/send?trouble=nothing`);
  assert.equal((await send(drawnFor(), [])).to, `${address}/send?trouble=nothing`);
  assert.equal((await send(drawnFor(people.tomos.personId))).to, `${address}/send?trouble=elsewhere`);
  assert.equal((await ann.post(`${address}/send/file`)).to, `${address}/send?trouble=nothing`);
  assert.deepEqual(await mediaOf(id), []);
});

test('a full disk is said in words, at once or in the middle', async (t) => {
  await arrange();
  const { address } = await describedRecording(all);
  const { vault } = site.services;
  const { seal } = vault;
  t.after(() => (vault.seal = seal));
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const long = Buffer.concat([film, Buffer.alloc(4_000_000)]);
  for (const pieces of [0, 1]) {
    let taken = 0;
    vault.seal = async (_id, _key, source) => {
      if (pieces > 0) for await (const piece of source) if ((taken += piece.length) > 0) throw full;
      throw full;
    };
    const answer = await ann.post(`${address}/send/file`, drawnFor(), chosen(long));
    assert.equal(answer.to, `${address}/send?trouble=no-room`, `after ${pieces} pieces`);
  }
});

test('a form that broke off in its film, or cannot be read, keeps nothing and says so', async () => {
  await arrange();
  const { id, address } = await describedRecording(all);
  const begun = 'content-disposition: form-data; name="film"; filename="lesson.webm"';
  const body = Buffer.concat([Buffer.from(`--b\r\n${begun}\r\n\r\n`), film]);
  for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data']) {
    const answer = await ann.transfer('POST', `${address}/send/file`, {
      headers: { 'content-type': type },
      body,
    });
    assert.equal(answer.to, `${address}/send?trouble=broke-off`, type);
  }
  assert.deepEqual(await mediaOf(id), []);
  assert.equal(await allInVault(site), 0);
});

test('the form is closed where somebody must be blurred, and to everybody but the author', async () => {
  await arrange();
  const { id, address } = await describedRecording(all, {
    pupils: [{ personId: people.huw.personId, shown: 'seen', consent: 'none' }],
  });
  const answer = await ann.post(`${address}/send/file`, drawnFor(), chosen(film));
  assert.equal(answer.to, `${address}/send?trouble=blur`);
  for (const name of ['tomos', 'beth', 'huw', 'specialist'] as const) {
    const other = await all.as(name);
    const files = chosen(film);
    assert.equal(
      (await other.post(`${address}/send/file`, drawnFor(people[name].personId), files)).status,
      403,
      name,
    );
  }
  assert.deepEqual(await mediaOf(id), []);
});

test('a film that came before the form said that it was drawn for somebody else is not kept', async () => {
  await arrange();
  const { id, address } = await describedRecording(all);
  const [boundary, name] = ['a-form', 'content-disposition: form-data; name='];
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\n${name}"film"; filename="lesson.webm"\r\n\r\n`),
    film,
    Buffer.from(`\r\n--${boundary}\r\n${name}"drawn_for"\r\n\r\n`),
    Buffer.from(`${drawnFor(people.tomos.personId).drawn_for}\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await ann.transfer('POST', `${address}/send/file`, { headers, body });
  assert.equal(answer.to, `${address}/send?trouble=elsewhere`);
  assert.deepEqual(await mediaOf(id), []);
  assert.equal(await allInVault(site), 0);
});
