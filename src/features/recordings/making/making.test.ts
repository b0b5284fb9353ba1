import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { media } from '#test/media/make-media.ts';
import { makePerson } from '#test/factories.ts';
import { keepMade } from './make-recording.ts';
import { insertNotes } from '../notes/write-notes.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import { describedRecording, readyRecording, recordingScene } from '../recordings.scene.ts';
import { insertMedium, takeNext } from './making.queries.ts';
import { beginMaking, untilMade } from './workshop.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;

/** A film lies in the vault as it was sent, and is made ready. */
async function sent(all: Scene, file: string, mediaType: string, id: string): Promise<string> {
  const { site, db, school } = all;
  const { vault, keys } = site.services;
  const key = keys.unwrap((await selectWrappedKey(db, school.id, id))!, id);
  const medium = newId(site.clock.now);
  const sealed = await vault.seal(medium, key, createReadStream(file));
  await insertMedium(
    db,
    { ownerId: school.id, recordingId: id },
    { id: medium, part: 'sent', mediaType, ...sealed },
    site.clock.now,
  );
  await db
    .updateTable('recording')
    .set({ state: 'arrived', kind: 'video', arrived_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .execute();
  await makeAll(all);
  return medium;
}

async function makeAll({ site, school }: Scene): Promise<void> {
  const signal = new AbortController().signal;
  const message = { ownerId: school.id, kind: 'recording.arrived', body: {} };
  await beginMaking.handle(message as Parameters<typeof beginMaking.handle>[0], { ...site.services, signal });
  await untilMade(site.db);
}

const rowOf = ({ db, school }: Scene, id: string) =>
  db
    .selectFrom('recording')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

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

test('its author is told before its day, and on the morning after it is erased; kept longer, it stays', async () => {
  const all = await recordingScene();
  const { db, school, site } = all;
  const first = await readyRecording(all, { withFilm: true, keepUntil: '2026-11-25' });
  const second = await readyRecording(all, { keepUntil: '2026-11-25' });
  const { retention } = await import('./retention.job.ts');
  const run = () => retention.run({ ...site.services, signal: new AbortController().signal });
  await run();
  const ann = await all.as('ann');
  assert.match((await ann.get('/today')).text, /A recording of yours is erased soon/);
  assert.equal(
    (await ann.post(`${second.address}/keep`, { keep_until: '2029-01-01', notes_after: 'stay' })).status,
    422,
  );
  assert.equal(
    (await ann.post(`${second.address}/keep`, { keep_until: '2027-03-01', notes_after: 'stay' })).status,
    303,
  );
  site.clock.set('2026-11-25T23:00:00Z');
  await run();
  assert.equal((await rowOf(all, first.id)).state, 'ready', 'its last day is not over');
  site.clock.set('2026-11-26T04:20:00Z');
  await run();
  assert.deepEqual(
    [(await rowOf(all, first.id)).state, (await rowOf(all, second.id)).state],
    ['erased', 'ready'],
  );
  assert.equal(await site.services.vault.length(first.mediumId!), null);
  assert.equal(school.name, 'Ysgol Bryn Coch');
  assert.ok(db);
});

/** A film said to lie in the vault, of which nothing is there: making fails every time. */
async function lost(
  { site, db, school }: Scene,
  id: string,
  { arrivedAt }: { arrivedAt: string },
): Promise<void> {
  const medium = { id: newId(site.clock.now), part: 'sent' as const, mediaType: 'video/mp4', bytes: 9000 };
  await insertMedium(db, { ownerId: school.id, recordingId: id }, { ...medium, sha256: 'x' }, site.clock.now);
  await db
    .updateTable('recording')
    .set({ state: 'arrived', kind: 'video', arrived_at: new Date(arrivedAt) })
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .execute();
}

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

test('two who change at once how long recordings are kept: the second is shown what the first saved', async () => {
  const all = await recordingScene();
  const head = await makePerson(all.db, all.school, { name: 'Gwen Davies', roles: ['head'] });
  const gwen = await all.site.as(head);
  const of = { longest_days: '700', warn_days: '14', version: '0' };
  assert.equal((await gwen.post('/school/recording-settings', { usual_days: '100', ...of })).status, 303);
  const second = await gwen.post('/school/recording-settings', { usual_days: '200', ...of });
  assert.equal(second.status, 409);
  assert.match(second.text, /100/);
});
