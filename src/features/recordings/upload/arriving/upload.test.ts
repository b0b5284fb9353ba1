import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { media } from '#test/media/make-media.ts';
import { checksumOf } from './sender.test-helper.ts';
import { describedRecording } from '../../recordings.scene.ts';
import { allInVault, sha256, uploading } from './uploading.test-helper.ts';

test('an upload whose line is cut ten times arrives whole', async () => {
  const { ann, film, begun, recordingOf, mediaOf } = await uploading();
  const { id, upload } = await begun();
  const chunk = Math.floor(film.length / 11);
  let offset = 0;
  for (let cuts = 0; cuts < 10; cuts += 1) {
    const next = film.subarray(offset, offset + chunk);
    await ann.cut(upload, offset, next, chunk / 2, checksumOf(next));
    const stands = await ann.head(upload);
    assert.equal(stands.offset, offset, 'a chunk with a checksum is there whole or not at all');
    offset = (await ann.patch(upload, offset, next)).offset!;
    assert.equal(offset, (cuts + 1) * chunk);
  }
  assert.equal((await ann.all(upload, film)).offset, film.length);

  const { state, kind } = await recordingOf(id);
  assert.deepEqual([state, kind], ['arrived', 'video']);
  const [medium, ...others] = await mediaOf(id);
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...medium, id: null, bytes: Number(medium!.bytes) },
    {
      id: null,
      part: 'sent',
      mediaType: 'video/mp4',
      bytes: film.length,
      sha256: sha256(film),
      endedAt: null,
    },
  );
});

test('of a chunk without a checksum what arrived before the cut stays, and it goes on from there', async () => {
  const { ann, film, begun, mediaOf, somethingArrives } = await uploading();
  const { id, upload } = await begun();
  await ann.cut(upload, 0, film.subarray(0, 30_000), 9_000, {}, somethingArrives());
  const { offset } = await ann.head(upload);
  assert.ok(offset! > 0 && offset! <= 9_000, String(offset));
  await ann.all(upload, film);
  assert.equal((await mediaOf(id))[0]!.sha256, sha256(film));
});

test('a chunk that is not what its checksum says is taken back', async () => {
  const { ann, film, begun } = await uploading();
  const { upload } = await begun();
  const [first, second] = [film.subarray(0, 10_000), film.subarray(10_000, 20_000)];
  await ann.patch(upload, 0, first);
  const spoilt = Buffer.from(second);
  spoilt[17]! ^= 1;
  assert.equal((await ann.patch(upload, 10_000, spoilt, checksumOf(second))).status, 460);
  assert.equal((await ann.head(upload)).offset, 10_000);
  assert.equal((await ann.patch(upload, 10_000, second)).offset, 20_000);
  assert.equal((await ann.patch(upload, 20_000, first, { 'upload-checksum': 'md5 xx' })).status, 400);
});

test('what begins elsewhere than where it stands is refused and changes nothing', async () => {
  const { ann, film, begun } = await uploading();
  const { upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  assert.equal((await ann.patch(upload, 5_000, film.subarray(5_000, 9_000))).status, 409);
  assert.equal((await ann.patch(upload, 12_000, film.subarray(12_000, 13_000))).status, 409);
  assert.equal((await ann.head(upload)).offset, 10_000);
});

test('an upload that lies about its size is refused, and how large it is must be said', async () => {
  const { ann, film, begun, recordingOf } = await uploading();
  const { id, upload, address } = await begun(15_000);
  assert.equal((await ann.patch(upload, 0, film.subarray(0, 20_000))).status, 413);
  assert.equal((await ann.head(upload)).offset, 0);
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  assert.equal((await ann.patch(upload, 10_000, film.subarray(10_000, 20_000))).status, 413);
  assert.equal((await ann.head(upload)).offset, 10_000);
  assert.equal((await recordingOf(id)).state, 'described');
  assert.equal((await ann.ask('POST', `${address}/upload`, { 'upload-defer-length': '1' })).status, 501);
  assert.equal((await ann.ask('POST', `${address}/upload`)).status, 400);
  const large = await ann.begin(address, 4 * 1024 ** 3 + 1);
  assert.equal(large.status, 413);
  assert.match(large.text, /larger than 4 GB/);
});

test('a program under the name of a film is refused after its first bytes, and nothing of it is kept', async () => {
  const { site, ann, begun, recordingOf } = await uploading();
  const program = await readFile(await media('renamed.mp4'));
  const { id, upload } = await begun(3_000_000, { name: 'renamed.mp4' });
  const answer = await ann.patch(upload, 0, Buffer.concat([program, Buffer.alloc(10_000)]));
  assert.equal(answer.status, 415);
  assert.match(answer.text, /not a film or a sound/);
  assert.equal((await ann.head(upload)).status, 410);
  assert.equal(await site.services.vault.length(upload.split('/').at(-1)!), null);
  assert.equal((await recordingOf(id)).state, 'described');
});

for (const [name, mediaType, kind] of [
  ['moving.webm', 'video/webm', 'video'],
  ['rotated.mp4', 'video/mp4', 'video'],
  ['spoken.m4a', 'audio/mp4', 'audio'],
  ['truncated.mp4', 'video/mp4', 'video'],
] as const)
  test(`${name} arrives as it is`, async () => {
    const { site, ann, begun, recordingOf, mediaOf, keyOf } = await uploading();
    const bytes = await readFile(await media(name));
    const { id, upload } = await begun(bytes.length, { name });
    assert.equal((await ann.all(upload, bytes, 2 * 1024 ** 2)).offset, bytes.length);
    const [medium] = await mediaOf(id);
    assert.deepEqual([medium!.mediaType, medium!.sha256], [mediaType, sha256(bytes)]);
    assert.deepEqual([(await recordingOf(id)).state, (await recordingOf(id)).kind], ['arrived', kind]);
    const played = await site.services.vault.digest(medium!.id, await keyOf(id));
    assert.equal(played, sha256(bytes));
  });

test('asking again once it has arrived changes nothing, and it cannot be ended', async () => {
  const { ann, film, begun, mediaOf, arrivals } = await uploading();
  const { id, upload } = await begun();
  await ann.all(upload, film);
  assert.equal((await ann.head(upload)).offset, film.length);
  assert.ok((await ann.patch(upload, film.length, new Uint8Array())).status < 500);
  assert.equal((await ann.patch(upload, 0, film.subarray(0, 100))).status, 409);
  assert.equal((await ann.ask('DELETE', upload)).status, 400);
  assert.equal((await mediaOf(id)).length, 1);
  assert.equal(await arrivals(id), 1);
});

test('what was whole when the server stopped is put in place when it is asked for', async () => {
  const { site, ann, film, begun, recordingOf, keyOf } = await uploading();
  const { id, upload } = await begun();
  const uploadId = upload.split('/').at(-1)!;
  await site.services.vault.append(uploadId, await keyOf(id), 0, [film], { maxBytes: film.length });
  assert.equal((await recordingOf(id)).state, 'described');
  assert.equal((await ann.head(upload)).offset, film.length);
  assert.equal((await recordingOf(id)).state, 'arrived');
});

test('of two requests for one upload the later goes on, and the one that hangs is let go', async () => {
  const { ann, film, begun, mediaOf } = await uploading();
  const { id, upload } = await begun();
  const chunk = film.subarray(0, 30_000);
  const hanging = ann.hang(upload, 0, chunk, 12_000);
  await hanging.begun;
  assert.equal((await ann.patch(upload, 0, chunk)).offset, 30_000);
  await hanging.over;
  await ann.all(upload, film);
  assert.equal((await mediaOf(id))[0]!.sha256, sha256(film));
});

test('a full disk is said in words, and what arrived before is safe', async (t) => {
  const { site, ann, film, begun } = await uploading();
  const { upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  const { vault } = site.services;
  const { append } = vault;
  t.after(() => (vault.append = append));
  vault.append = async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const answer = await ann.patch(upload, 10_000, film.subarray(10_000, 20_000));
  vault.append = append;
  assert.equal(answer.status, 507);
  assert.match(answer.text, /no room left/);
  assert.equal((await ann.head(upload)).offset, 10_000);
  assert.equal((await ann.all(upload, film)).offset, film.length);
});

test('a file of no bytes is no film, and nothing of it is kept', async () => {
  const { all, site, ann, recordingOf } = await uploading();
  const { id, address } = await describedRecording(all);
  const answer = await ann.begin(address, 0);
  assert.equal(answer.status, 415);
  assert.match(answer.text, /not a film or a sound/);
  assert.equal((await recordingOf(id)).state, 'described');
  assert.equal(await allInVault(site), 0);
});
