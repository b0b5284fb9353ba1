import assert from 'node:assert/strict';
import type { Readable } from 'node:stream';
import { test } from 'node:test';
import type { Visit } from '#platform/http/context.ts';
import { readyRecording, recordingScene } from '../recordings.scene.ts';
import { noteView } from './note-view.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;

const viewsOf = ({ db, school }: Scene, id: string) =>
  db
    .selectFrom('recording_view')
    .select(['person_id as personId', 'hidden_until as hiddenUntil'])
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .orderBy('id')
    .execute();

test('a player that asks for its first pieces at once has begun one time of watching', async () => {
  const all = await recordingScene();
  const { db, school } = all;
  const { address, id } = await readyRecording(all, { withFilm: true });
  const tomos = await all.as('tomos');
  const pieces = Array.from({ length: 6 }, (_, piece) => `bytes=${piece * 100}-${piece * 100 + 99}`);
  const answers = await Promise.all(pieces.map((range) => tomos.get(`${address}/play`, { range })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    pieces.map(() => 206),
  );
  assert.equal((await viewsOf(all, id)).length, 1);
  const logged = await db
    .selectFrom('access_log')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('item_id', '=', id)
    .where('manner', '=', 'file')
    .execute();
  assert.equal(logged.length, 1);
});

/** Huw plays it as the law lets him, or openly. Answers whether a new time of watching began. */
async function huwPlays(all: Scene, id: string, hiddenUntil: Date | null): Promise<boolean> {
  const { db, school, people, site } = all;
  const visit = { db, now: site.clock.now, who: { personId: people.huw.personId } } as unknown as Visit;
  return noteView(visit, { ownerId: school.id, id, authorId: people.ann.personId }, hiddenUntil);
}

test('what the author must not hear of yet stands on her page from the agreed day on, and not the day before', async () => {
  const all = await recordingScene();
  const { address, id } = await readyRecording(all);
  assert.equal(await huwPlays(all, id, new Date('2026-12-01T00:00:00Z')), true);
  all.site.clock.set('2026-11-30T23:59:00Z');
  const before = await (await all.as('ann')).get(address);
  assert.match(before.text, /Nobody else has played it yet/);
  assert.doesNotMatch(before.text, /Huw Parry/);
  all.site.clock.set('2026-12-01T00:00:00Z');
  const after = await (await all.as('ann')).get(address);
  assert.match(after.text, /Who has played it.*Huw Parry.*once/s);
});

test('a hidden time of watching and an open one stay two, so that neither is told by the other', async () => {
  const all = await recordingScene();
  const { address, id } = await readyRecording(all);
  const day = new Date('2026-12-01T00:00:00Z');
  assert.equal(await huwPlays(all, id, day), true);
  all.site.clock.move(60_000);
  assert.equal(await huwPlays(all, id, null), true, 'the open one is not lost in the hidden one');
  all.site.clock.move(60_000);
  assert.equal(await huwPlays(all, id, day), false, 'the hidden one goes on');
  assert.equal(await huwPlays(all, id, null), false, 'the open one goes on');
  assert.deepEqual(
    (await viewsOf(all, id)).map(({ hiddenUntil }) => hiddenUntil),
    [day, null],
  );
  assert.match((await (await all.as('ann')).get(address)).text, /Huw Parry.*once/s);
});

test('of a film that is only asked about nothing is read, and it does not stay open', async (t) => {
  const all = await recordingScene();
  const { address } = await readyRecording(all, { withFilm: true });
  const { vault } = all.site.services;
  const { open } = vault;
  t.after(() => (vault.open = open));
  const opened: Readable[] = [];
  vault.open = async (...asked) => {
    const stream = await open(...asked);
    opened.push(stream);
    return stream;
  };
  const answer = await (await all.as('tomos')).transfer('HEAD', `${address}/play`);
  assert.equal(answer.status, 200);
  assert.ok(Number(answer.headers['content-length']) > 10_000, 'how long it is');
  assert.deepEqual(
    opened.map(({ readableDidRead, destroyed }) => [readableDidRead, destroyed]),
    [[false, true]],
  );
});
