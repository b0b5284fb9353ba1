import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today } from '#platform/calendar/dates.ts';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { role } from '#features/people/index.ts';

const kinds = ['coaching.wish'];

/** Where co-ordinators read a quiet word, by its id. */
const whereLookedAfter = '/school/coaching/wishes';

/** A quiet word waits for those who look after mentoring and coaching, until one of them has, or it is taken back. */
export const followWish = told(
  ['coaching.wish-said', 'coaching.wish-taken-back', 'coaching.wish-settled'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const at = now();
    const { rows } = await sql<{ waits: boolean; zone: string }>`
      select (w.settled_at is null and w.taken_back_at is null) as waits, o.time_zone as zone
      from quiet_wish w join organisation o on o.id = w.owner_id
      where w.owner_id = ${ownerId} and w.id = ${itemId}`.execute(db);
    const [wish] = rows;
    if (!wish) return;
    const on = today(at, wish.zone);
    const { rows: all } = await sql<{ personId: string; here: boolean }>`
      select a.person_id as "personId", bool_or(${current('a', on)} and ${current('m', on)}) as here
      from appointment a join member m on m.owner_id = a.owner_id and m.person_id = a.person_id
      where a.owner_id = ${ownerId} and m.owner_id = ${ownerId} and a.role = ${role.coordinator}
      group by a.person_id`.execute(db);
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
  },
);
