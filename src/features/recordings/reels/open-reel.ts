import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { admitToRecording, type OpenedRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import type { Clip, Offered } from './clip.ts';
import { clipsList, offeredList } from './reel.queries.ts';

export interface OpenedReel extends OpenedRecording {
  /** The reader's own, in order. */
  own: Clip[];
  /** Those of others, by who chose them. */
  others: { personId: string; chooser: string; clips: Clip[] }[];
  offered: Offered[];
}

const ask = composed((who, given: Given<{ id: string; now: Date }>) => {
  const reader = { ownerId: who.organisationId, personId: who.personId };
  return {
    items: itemList(who, { ownerId: sql.val(reader.ownerId), ...given }),
    recordings: recordingList(reader.ownerId, reader.personId, given.id),
    clips: clipsList(reader, given.id),
    offered: offeredList(reader, given.id),
  };
});

/** Opens the reels of the recording that the address names, in one statement. Throws as `openRecording` does. */
export async function openReel(visit: Visit): Promise<OpenedReel> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  const { items, recordings, clips, offered } = await ask(visit.db, visit.who, { id, now: visit.now });
  const item = visit.admit(recordingPolicy, items[0]);
  const recording = admitToRecording(visit, item, recordings[0]);
  const me = visit.who.personId;
  const others = Map.groupBy(
    clips.filter(({ personId }) => personId !== me),
    ({ personId }) => personId,
  );
  return {
    item,
    recording,
    mine: item.authorId === me,
    may: (ability) => visit.who.may(ability, recordingPolicy, item),
    own: clips.filter(({ personId }) => personId === me),
    others: [...others].map(([personId, of]) => ({ personId, chooser: of[0]!.chooser, clips: of })),
    offered,
  };
}
