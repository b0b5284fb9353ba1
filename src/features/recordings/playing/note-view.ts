import { sql } from 'kysely';
import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { settle } from '#platform/notices/notices.ts';
import type { Recording } from '../recording.ts';

/** A player asks for a film in many pieces: what comes within so many minutes is one time of watching. */
const oneSitting = 30;

/** A piece within so many seconds of the last is not written down again. */
const often = 60;

/**
 * Writes down that somebody else than its author plays a recording, where the author reads it. `hiddenUntil` where
 * the law opened it and telling would endanger someone. Answers whether a new time of watching began.
 */
export async function noteView(
  visit: Visit,
  { ownerId, id, authorId }: Pick<Recording, 'ownerId' | 'id' | 'authorId'>,
  hiddenUntil: Date | null = null,
): Promise<boolean> {
  const me = visit.who.personId;
  if (me === authorId) return false;
  const since = new Date(visit.now.getTime() - oneSitting * 60_000);
  const last = await visit.db
    .selectFrom('recording_view')
    .select(['id', 'last_at'])
    .where('owner_id', '=', ownerId)
    .where('recording_id', '=', id)
    .where('person_id', '=', me)
    .where('last_at', '>', since)
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) {
    await visit.db
      .insertInto('recording_view')
      .values({
        owner_id: ownerId,
        id: newId(visit.now),
        recording_id: id,
        person_id: me,
        began_at: visit.now,
        last_at: visit.now,
        hidden_until: hiddenUntil,
      })
      .execute();
    const matter = { personIds: [me], fromOwner: ownerId, kind: 'recording.shown', subjectKey: id };
    await settle(visit.db, matter, visit.now);
    return true;
  }
  if (visit.now.getTime() - last.last_at.getTime() > often * 1000)
    await sql`update recording_view set last_at = ${visit.now} where owner_id = ${ownerId} and id = ${last.id}`.execute(
      visit.db,
    );
  return false;
}
