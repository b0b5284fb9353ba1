import { addDays } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';

/** How a technique goes by the time one looks again. */
export const hows = ['by-itself', 'with-thought', 'slipped-back'] as const;
export type How = (typeof hows)[number];

/** Days between one look and the next. Each is wider, because what is met again after longer stays longer. */
export const intervals = [7, 21, 49, 98] as const;
const last = intervals[intervals.length - 1]!;

/**
 * After how many days to look again; null when it has settled. What needs thought is met again at the
 * next wider interval; where old habits came back one begins again; what goes by itself is checked once
 * more, late, because old habits return.
 */
export function nextInterval(afterDays: number, how: How): number | null {
  if (how === 'slipped-back') return intervals[0];
  if (how === 'with-thought') return intervals.find((days) => days > afterDays) ?? last;
  return afterDays < last ? last : null;
}

/** Writes down the next look and lets it come to the author's list on its day. */
export async function planRevisit(
  change: Change,
  tryOut: { ownerId: string; id: string },
  next: { number: number; afterDays: number },
): Promise<string> {
  const dueOn = addDays(change.today, next.afterDays);
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
