import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { lookDay } from './widening.ts';

/** Writes down the next look and lets it come to the author's list on its day. */
export async function planRevisit(
  change: Change,
  tryOut: { ownerId: string; id: string },
  next: { number: number; afterDays: number },
): Promise<string> {
  const days = await selectCalendar(change.tx, change.organisationId);
  const dueOn = lookDay(change.today, next.afterDays, days);
  await change.tx
    .insertInto('try_out_revisit')
    .values({
      owner_id: tryOut.ownerId,
      id: newId(change.now),
      try_out_id: tryOut.id,
      number: next.number,
      due_on: dueOn,
      after_days: next.afterDays,
      looked_at: null,
      how: null,
      note: '',
      ended_at: null,
    })
    .execute();
  await change.record({
    ownerId: tryOut.ownerId,
    kind: 'try-out.revisit-due',
    itemId: tryOut.id,
    body: { number: next.number, organisationId: change.organisationId },
    tell: true,
    dueAt: instantAt(dueOn, '07:00', change.who.standing.organisation.zone),
  });
  return dueOn;
}

/** The highest number of a look so far, ended ones too. */
export async function lastNumber(db: Db, tryOut: { ownerId: string; id: string }): Promise<number> {
  const row = await db
    .selectFrom('try_out_revisit')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('owner_id', '=', tryOut.ownerId)
    .where('try_out_id', '=', tryOut.id)
    .executeTakeFirst();
  return row?.number ?? 0;
}
