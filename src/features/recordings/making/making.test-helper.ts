import { createReadStream } from 'node:fs';
import { newId } from '#platform/db/ids.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import type { recordingScene } from '../recordings.scene.ts';
import { insertMedium } from './making.queries.ts';
import { beginMaking, untilMade } from './workshop.ts';

type Scene = Awaited<ReturnType<typeof recordingScene>>;

/** A film lies in the vault as it was sent, and is made ready. Answers the id of what was sent. */
export async function sent(all: Scene, file: string, mediaType: string, id: string): Promise<string> {
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

/** What waits is made ready, or tried. */
export async function makeAll({ site, school }: Scene): Promise<void> {
  const signal = new AbortController().signal;
  const message = { ownerId: school.id, kind: 'recording.arrived', body: {} };
  await beginMaking.handle(message as Parameters<typeof beginMaking.handle>[0], { ...site.services, signal });
  await untilMade(site.db);
}

export const rowOf = ({ db, school }: Scene, id: string) =>
  db
    .selectFrom('recording')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** A film said to lie in the vault, of which nothing is there: making fails every time. */
export async function lost(
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
