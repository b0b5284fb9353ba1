import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { giveConsent } from '#features/consents/consents.scene.ts';
import { makePerson } from '#test/factories.ts';
import { media } from '#test/media/make-media.ts';
import { describedRecording, readyRecording } from '../../recordings.scene.ts';
import { sha256, uploading } from './uploading.test-helper.ts';

test('nobody else reaches an upload, by any method', async () => {
  const { people, deviceOf, ann, film, begun } = await uploading();
  const { id, address, upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  for (const name of ['tomos', 'beth', 'huw', 'specialist'] as const) {
    const other = await deviceOf(people[name]);
    assert.equal((await other.head(upload)).status, 403, name);
    assert.equal((await other.patch(upload, 10_000, film.subarray(10_000, 11_000))).status, 403, name);
    assert.equal((await other.ask('DELETE', upload)).status, 403, name);
    assert.equal((await other.begin(address, 100)).status, 403, name);
  }
  const own = await begun();
  const crossed = upload.replace(id, own.id);
  assert.equal((await ann.head(crossed)).status, 404);
  assert.equal((await ann.patch(crossed, 10_000, film.subarray(10_000, 11_000))).status, 404);
  assert.equal((await ann.head(`${address}/upload/${randomUUID()}`)).status, 404);
  assert.equal((await ann.head(upload)).offset, 10_000);
});

test('a second upload ends the first, which is not kept', async () => {
  const { site, ann, film, begun } = await uploading();
  const { address, upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  const second = await ann.begin(address, film.length);
  assert.equal((await ann.patch(upload, 10_000, film.subarray(10_000, 20_000))).status, 410);
  assert.equal(await site.services.vault.length(upload.split('/').at(-1)!), null);
  assert.equal((await ann.all(second.location, film)).offset, film.length);
});

test('what arrives instead of another takes its place', async () => {
  const { site, db, school, ann, film, begun, mediaOf } = await uploading();
  const { id, address, upload } = await begun();
  await ann.all(upload, film);
  const other = await readFile(await media('moving.webm'));
  const { location } = await ann.begin(address, other.length);
  await ann.all(location, other);
  const [first, second] = await mediaOf(id);
  assert.ok(first!.endedAt);
  assert.equal(await site.services.vault.length(first!.id), null);
  assert.deepEqual([second!.endedAt, second!.sha256], [null, sha256(other)]);
  await db
    .updateTable('recording')
    .set({ state: 'ready' })
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .execute();
  const refused = await ann.begin(address, film.length);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Describe a new one/);
});

test('after seven days it is gone', async () => {
  const { site, people, deviceOf, ann, film, begun } = await uploading();
  const { upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  const now = site.clock.now;
  site.clock.move(7 * 24 * 60 * 60 * 1000 + 1);
  const later = await deviceOf(people.ann);
  const head = await later.head(upload);
  const patch = await later.patch(upload, 10_000, film.subarray(10_000, 20_000));
  site.clock.set(now);
  assert.deepEqual([head.status, patch.status], [410, 410]);
  assert.match(patch.text, /from the beginning/);
});

test('whoever is signed out in the middle signs in again and goes on', async () => {
  const { people, deviceOf, film, begun, mediaOf } = await uploading();
  const { id, upload } = await begun();
  const device = await deviceOf(people.ann);
  await device.patch(upload, 0, film.subarray(0, 10_000));
  await device.ask('POST', '/sign-out');
  const answer = await device.patch(upload, 10_000, film.subarray(10_000, 20_000));
  assert.equal(answer.status, 401);
  assert.match(answer.text, /Sign in again/);
  const again = await deviceOf(people.ann);
  assert.equal((await again.head(upload)).offset, 10_000);
  await again.all(upload, film);
  assert.equal((await mediaOf(id))[0]!.sha256, sha256(film));
});

test('ended by its sender, it is gone', async () => {
  const { site, ann, film, begun } = await uploading();
  const { upload } = await begun();
  await ann.patch(upload, 0, film.subarray(0, 10_000));
  assert.equal((await ann.ask('DELETE', upload)).status, 204);
  assert.equal((await ann.head(upload)).status, 410);
  assert.equal(await site.services.vault.length(upload.split('/').at(-1)!), null);
});

test('where somebody has not agreed, only what was blurred or is sound alone is taken', async () => {
  const { db, school, people, all, ann, film, recordingOf } = await uploading();
  const child = people.huw.personId;
  const { id, address } = await describedRecording(all, {
    pupils: [{ personId: child, shown: 'seen', consent: 'refused' }],
  });
  for (const prepared of [{}, { trimmed: true }, { blurred: false, muted: true }]) {
    const answer = await ann.begin(address, film.length, { prepared });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /not agreed to be seen/);
  }
  assert.equal(
    (await ann.begin(address, film.length, { prepared: { blurred: 'yes' } as never })).status,
    422,
  );
  const { location } = await ann.begin(address, film.length, { prepared: { blurred: true, muted: true } });
  await ann.all(location, film);
  assert.equal((await recordingOf(id)).state, 'arrived');
  const pupil = await db
    .selectFrom('recording_pupil')
    .select('shown')
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.equal(pupil.shown, 'hidden');
});

test('a consent that is taken back while it is on its way keeps it out', async () => {
  const { site, db, school, people, all, ann, film, recordingOf } = await uploading();
  const child = await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' });
  await giveConsent(site, { pupil: child });
  const { id, address } = await describedRecording(all, {
    pupils: [{ personId: child.personId, shown: 'seen', consent: 'given' }],
  });
  const { location } = await ann.begin(address, film.length);
  await ann.patch(location, 0, film.subarray(0, 10_000));
  await db
    .updateTable('consent')
    .set({ withdrawn_at: site.clock.now, withdrawn_by: people.huw.personId, withdrawn_word: 'A parent' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', child.personId)
    .execute();
  const last = await ann.patch(location, 10_000, film.subarray(10_000));
  assert.equal(last.status, 403);
  assert.equal((await recordingOf(id)).state, 'described');
  assert.equal(await site.services.vault.length(location.split('/').at(-1)!), null);
  assert.equal((await ann.begin(address, film.length)).status, 403);
  const page = await (await all.as('ann')).get(`${address}/send`);
  assert.match(page.text, /Cai Roberts/);
});

test('while a part of it is being cut out nothing takes its place', async () => {
  const { all, ann, film, recordingOf, mediaOf } = await uploading();
  const { id, address } = await readyRecording(all, { withFilm: true });
  const atHer = await all.as('ann');
  assert.equal((await atHer.post(`${address}/change`, { from: '0:02', to: '0:06', turn: '0' })).status, 303);
  assert.equal((await recordingOf(id)).state, 'arrived');
  assert.equal((await ann.begin(address, film.length)).status, 422);
  assert.equal((await atHer.get(`${address}/send`)).to, address);
  assert.equal((await mediaOf(id)).length, 1);
});
