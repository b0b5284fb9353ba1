import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { openForChange, type OpenedRecording } from '../open-recording.ts';

interface OwnClip {
  id: string;
  position: number;
  endedAt: Date | null;
}

/**
 * One's own clip that the address names, for a change; the recording is held. `ended` finds one that was taken away.
 * Throws as `openForChange` does, and `NotFound` for a clip that is not one's own.
 */
export async function openOwnClip(
  change: Change,
  { ended = false }: { ended?: boolean } = {},
): Promise<OpenedRecording & { clip: OwnClip }> {
  const opened = await openForChange(change, 'note');
  const id = change.params.clip ?? '';
  if (!isId(id)) throw new NotFound();
  const clip = await change.tx
    .selectFrom('recording_clip')
    .select(['id', 'position', 'ended_at as endedAt'])
    .where('owner_id', '=', opened.recording.ownerId)
    .where('recording_id', '=', opened.recording.id)
    .where('person_id', '=', change.who.personId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!clip || (clip.endedAt !== null && !ended)) throw new NotFound('This clip is not in your reel.');
  return { ...opened, clip };
}
