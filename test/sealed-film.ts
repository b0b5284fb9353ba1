import { newId } from '#platform/db/ids.ts';
import { insertRecording } from '#features/recordings/index.ts';
import type { Grant } from '#platform/access/items.ts';
import { plainRecording } from './plain-recording.ts';
import type { KeptHere } from './visit-map.ts';
import type { Persona, World } from './world.ts';

/**
 * A recording of the teacher's with a film in the vault, which she has watched: the film is nothing but words that only
 * these people may see. Answers its id.
 */
export async function sealedFilm(
  world: World,
  { vault, keys }: Pick<KeptHere, 'vault' | 'keys'>,
  seenBy: readonly Persona[],
  grants: readonly Grant[] = [],
): Promise<string> {
  const { db, at, school, people } = world;
  const ownerId = school.id;
  const id = await insertRecording(
    db,
    ownerId,
    {
      ...plainRecording,
      authorId: people.teacher.personId,
      title: world.canary('learning', ['teacher', ...seenBy]),
      lesson: '',
      grants,
    },
    (about) => keys.newKey(about).wrapped,
    at,
  );
  for (const [part, mediaType] of [
    ['playable', 'video/mp4'],
    ['poster', 'image/jpeg'],
  ] as const) {
    const film = Buffer.from(world.canary('learning', ['teacher', ...seenBy]));
    await sealMedium(world, { vault, keys }, id, { part, mediaType, film });
  }
  await db
    .updateTable('recording')
    .set({ state: 'ready', kind: 'video', duration_ms: 8000, arrived_at: at, watched_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
  return id;
}

/** Puts a medium of a recording of the school's into the vault, under the recording's key. Answers its id. */
export async function sealMedium(
  { db, at, school }: Pick<World, 'db' | 'at'> & { school: { id: string } },
  { vault, keys }: Pick<KeptHere, 'vault' | 'keys'>,
  recordingId: string,
  { part, mediaType, film }: { part: 'playable' | 'poster'; mediaType: string; film: Buffer },
): Promise<string> {
  const row = await db
    .selectFrom('recording')
    .select('wrapped_key as wrapped')
    .where('owner_id', '=', school.id)
    .where('id', '=', recordingId)
    .executeTakeFirstOrThrow();
  const id = newId(at);
  const sealed = await vault.seal(id, keys.unwrap(row.wrapped!, recordingId), [film]);
  await db
    .insertInto('recording_medium')
    .values({
      owner_id: school.id,
      id,
      recording_id: recordingId,
      part,
      media_type: mediaType,
      ...sealed,
      created_at: at,
    })
    .execute();
  return id;
}
