import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import { told } from '#platform/jobs/handler.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { intervals, lookDay } from '#features/try-outs/index.ts';
import { settleDue } from './due.notices.ts';
import { planLook, tellOnDay } from './looks.ts';
import { touch } from './practice.queries.ts';

/**
 * Brings what is due to its person's list. Where the school has learnt meanwhile that this is no teaching day (next
 * year's terms, a closure), the look moves to the next that is.
 */
export const bringLook = told(
  'practice.look-due',
  z.object({ itemId: z.uuid(), organisationId: z.uuid() }),
  async ({ ownerId, body: { itemId, organisationId } }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select('time_zone as zone')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow();
    const at = now();
    const here = today(at, school.zone);
    const openDay = lookDay(here, 0, await selectCalendar(db, organisationId));
    if (openDay > here) {
      const { numUpdatedRows } = await db
        .updateTable('practice_look')
        .set({ due_on: openDay })
        .where('owner_id', '=', ownerId)
        .where('practice_id', '=', itemId)
        .where('due_on', '<=', here)
        .where('looked_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      const practice = { ownerId, id: itemId, organisationId };
      if (numUpdatedRows > 0n)
        await tellOnDay(db, { practice, zone: school.zone, actorId: null, now: at }, openDay);
      return;
    }
    await settleDue(db, { personId: ownerId, organisationId, today: here, zone: school.zone }, at);
  },
);

/** What was tried of a practice takes the dust off it; the first time plans the first look. */
export const followTryOut = told(
  ['try-out.logged', 'try-out.changed'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const { rows } = await sql<Tried>`
      select x.id, x.organisation_id as "organisationId", t.updated_at as "writtenAt",
        x.touched_at as "touchedAt", o.time_zone as zone,
        exists (select 1 from practice_look l where l.owner_id = x.owner_id and l.practice_id = x.id) as looked
      from try_out t join practice x on x.owner_id = t.owner_id and x.id = t.practice_id
      join item i on i.owner_id = x.owner_id and i.id = x.id
      join organisation o on o.id = x.organisation_id
      where t.owner_id = ${ownerId} and t.id = ${itemId} and i.ended_at is null`.execute(db);
    const tried = rows[0];
    if (!tried) return;
    const practice = { ownerId, id: tried.id, organisationId: tried.organisationId };
    if (tried.writtenAt > tried.touchedAt) await touch(db, practice, tried.writtenAt);
    if (tried.looked) return;
    const at = now();
    await planLook(
      db,
      { practice, from: today(at, tried.zone), zone: tried.zone, actorId: null, now: at },
      { number: 1, afterDays: intervals[0], relapse: false },
    );
  },
);

interface Tried {
  id: string;
  organisationId: string;
  writtenAt: Date;
  touchedAt: Date;
  zone: string;
  /** It is met again already, or was. */
  looked: boolean;
}
