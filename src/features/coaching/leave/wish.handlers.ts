import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { role } from '#features/people/index.ts';
import { hearersOf } from './heard-by.ts';

const kinds = ['coaching.wish'];

/** Where co-ordinators read a quiet word, by its id. */
const whereLookedAfter = '/school/coaching/wishes';

/** A quiet word waits for those who look after mentoring and coaching, until one of them has, or it is taken back. */
export const followWish = told(
  ['coaching.wish-said', 'coaching.wish-taken-back', 'coaching.wish-settled'],
  z.object({ itemId: z.uuid() }),
  ({ ownerId, body: { itemId } }, job) => settleWish(job, ownerId, itemId),
);

/** The quiet words of a school that nobody has looked after: who hears them changes with roles and line managers. */
export async function selectWaitingWishes(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('quiet_wish')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('settled_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Brings the lists of all who look after mentoring and coaching, or did, in line with one quiet word. */
export async function settleWish(
  { db, now }: Pick<Services, 'db' | 'now'>,
  ownerId: string,
  itemId: string,
): Promise<void> {
  const at = now();
  const { rows } = await sql<{ waits: boolean; zone: string; pairingId: string; by: string }>`
      select (w.settled_at is null and w.taken_back_at is null) as waits, o.time_zone as zone,
        w.pairing_id as "pairingId", w.person_id as by
      from quiet_wish w join organisation o on o.id = w.owner_id
      where w.owner_id = ${ownerId} and w.id = ${itemId}`.execute(db);
  const [wish] = rows;
  if (!wish) return;
  const on = today(at, wish.zone);
  const { rows: all } = await sql<{ personId: string; here: boolean }>`
      select distinct a.person_id as "personId",
        a.person_id in (${hearersOf(ownerId, wish.pairingId, wish.by, sql`${on}::date`)}) as here
      from appointment a where a.owner_id = ${ownerId} and a.role = ${role.coordinator}`.execute(db);
  await settleMatter(
    db,
    { fromOwner: ownerId, itemId, personIds: all.map(({ personId }) => personId), kinds },
    wish.waits
      ? all
          .filter(({ here }) => here)
          .map(({ personId }) => ({
            personId,
            kind: 'coaching.wish',
            subjectKey: itemId,
            href: `${whereLookedAfter}/${itemId}`,
            dueAt: null,
          }))
      : [],
    at,
  );
}
