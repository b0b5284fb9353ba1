import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Visit } from '#platform/http/context.ts';
import { settle } from '#platform/notices/notices.ts';
import { lockRecording } from '../recording.queries.ts';
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
  if (visit.who.personId === authorId) return false;
  const sitting = { ownerId, id, personId: visit.who.personId, hiddenUntil, now: visit.now };
  const last = await selectSitting(visit.db, sitting);
  if (!last) return begin(visit.db, sitting);
  if (visit.now.getTime() - last.lastAt.getTime() > often * 1000)
    await sql`update recording_view set last_at = ${visit.now} where owner_id = ${ownerId} and id = ${last.id}`.execute(
      visit.db,
    );
  return false;
}

interface Sitting {
  ownerId: string;
  /** Of the recording. */
  id: string;
  personId: string;
  hiddenUntil: Date | null;
  now: Date;
}

/** What is hidden and what is not are never one: the one must not be told by the other. */
async function selectSitting(
  db: Db,
  { ownerId, id, personId, hiddenUntil, now }: Sitting,
): Promise<{ id: string; lastAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; lastAt: Date }>`select id, last_at as "lastAt" from recording_view
    where owner_id = ${ownerId} and recording_id = ${id} and person_id = ${personId}
      and last_at > ${new Date(now.getTime() - oneSitting * 60_000)}
      and hidden_until is not distinct from ${hiddenUntil}::timestamptz
    order by last_at desc limit 1`.execute(db);
  return rows[0];
}

/** A player may ask for its first pieces at once: of those, one alone begins. */
const begin = (db: Db, sitting: Sitting): Promise<boolean> =>
  transaction(db, async (tx) => {
    const { ownerId, id, personId, hiddenUntil, now } = sitting;
    await lockRecording(tx, ownerId, id);
    if (await selectSitting(tx, sitting)) return false;
    await tx
      .insertInto('recording_view')
      .values({
        owner_id: ownerId,
        id: newId(now),
        recording_id: id,
        person_id: personId,
        began_at: now,
        last_at: now,
        hidden_until: hiddenUntil,
      })
      .execute();
    const matter = { personIds: [personId], fromOwner: ownerId, kind: 'recording.shown', subjectKey: id };
    await settle(tx, matter, now);
    return true;
  });
