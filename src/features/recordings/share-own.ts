import { sql } from 'kysely';
import type { Change } from '#platform/http/context.ts';
import type { Recording } from './recording.ts';

/** What somebody has on a recording that is theirs alone until they share it. */
type Shareable = 'recording_note' | 'recording_clip' | 'recording_clip_form';

/**
 * Shares all that the person acting has of this sort on a recording and had not shared; or keeps back, with null, all
 * that they had. Answers how many it was.
 */
export async function setAllShared(
  { tx, who }: Pick<Change, 'tx' | 'who'>,
  table: Shareable,
  { ownerId, id }: Pick<Recording, 'ownerId' | 'id'>,
  sharedAt: Date | null,
): Promise<number> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set shared_at = ${sharedAt}
    where owner_id = ${ownerId} and recording_id = ${id} and person_id = ${who.personId} and ended_at is null
      and shared_at ${sharedAt ? sql`is null` : sql`is not null`}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
