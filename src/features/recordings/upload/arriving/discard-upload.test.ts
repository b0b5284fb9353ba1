import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discardUpload } from './discard-upload.ts';
import { selectUpload } from './upload.queries.ts';
import { sha256, uploading } from './uploading.test-helper.ts';

test('what has arrived since it was looked at stays, and what has not goes', async () => {
  const { site, school, db, ann, film, begun, keyOf } = await uploading();
  const { vault } = site.services;
  const { id, upload } = await begun();
  const uploadId = upload.split('/').at(-1)!;
  const seen = (await selectUpload(db, school.id, id, uploadId))!;
  await ann.all(upload, film);
  // As when it ran out, or somebody took it back, in the moment in which its last byte came.
  await discardUpload(site.services, seen, site.clock.now);
  assert.equal(await vault.digest(uploadId, await keyOf(id)), sha256(film));
  const stands = (await selectUpload(db, school.id, id, uploadId))!;
  assert.deepEqual([stands.finishedAt, stands.endedAt], [site.clock.now, null]);

  const other = await begun();
  const otherId = other.upload.split('/').at(-1)!;
  await ann.patch(other.upload, 0, film.subarray(0, 10_000));
  await discardUpload(site.services, { ownerId: school.id, id: otherId }, site.clock.now);
  assert.equal(await vault.length(otherId), null);
});
