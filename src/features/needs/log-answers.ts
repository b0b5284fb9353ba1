import { sql } from 'kysely';
import type { Manner } from '#platform/access/open.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { newId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { answerPolicy } from './need.policy.ts';
import type { NeedRow } from './results.queries.ts';

/** When the day began at the school. */
export const beganToday = ({ today, who }: Visit): Date =>
  instantAt(today, '00:00', who.standing.organisation.zone);

/**
 * Notes for everybody whose answer stands in this list that it was read with their name: once a day for each reader
 * and manner, since a list is turned over page by page. Asks nothing of the database when all of it is noted.
 */
export async function logAnswersRead(visit: Visit, needs: readonly NeedRow[], manner: Manner): Promise<void> {
  const { db, who, now, organisationId } = visit;
  const read = new Map(
    needs
      .filter(({ personId, noted }) => !noted && personId !== who.personId)
      .map(({ answerId, personId }) => [answerId, personId]),
  );
  if (read.size === 0) return;
  await sql`insert into access_log
      (owner_id, id, item_id, item_kind, subject_id, reader_id, purpose, manner, at, hidden_until)
    select ${organisationId}, r.id, r.item_id, ${answerPolicy.kind}, r.subject_id, ${who.personId}, ${who.purpose},
      ${manner}, ${now}, null
    from unnest(${[...read.keys()].map(() => newId(now))}::uuid[], ${[...read.keys()]}::uuid[],
      ${[...read.values()]}::uuid[]) r (id, item_id, subject_id)`.execute(db);
}
