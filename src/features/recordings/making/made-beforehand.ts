import { newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Job } from '#platform/jobs/handler.ts';
import { selectWrappedKey } from '../recording.queries.ts';
import { keepMade, type Made } from './make-recording.ts';

/** What the workshop would make of a film or a sound. */
export interface MadeBeforehand extends Omit<Made, 'media'> {
  playable: Buffer;
  mediaType: string;
  /** A picture of it, as JPEG; null for sound alone. */
  poster: Buffer | null;
}

/**
 * The recording becomes ready with what was made of it beforehand, in the place of what was sent: for a story, which
 * neither waits for ffmpeg nor needs it. Throws `NotFound` where there is no such recording, or it was erased.
 */
export async function keepMadeBeforehand(
  services: Pick<Job, 'db' | 'vault' | 'keys' | 'now'>,
  { ownerId, id }: { ownerId: string; id: string },
  { playable, mediaType, poster, ...shape }: MadeBeforehand,
): Promise<void> {
  const { db, vault, keys, now } = services;
  const wrapped = await selectWrappedKey(db, ownerId, id);
  if (!wrapped) throw new NotFound();
  const key = keys.unwrap(wrapped, id);
  const seal = async (part: 'playable' | 'poster', type: string, bytes: Buffer) => {
    const medium = newId(now());
    return { id: medium, part, mediaType: type, ...(await vault.seal(medium, key, [bytes])) };
  };
  const media = [
    await seal('playable', mediaType, playable),
    ...(poster ? [await seal('poster', 'image/jpeg', poster)] : []),
  ];
  await keepMade(services, { ownerId, id, wanted: null }, { ...shape, media });
}
