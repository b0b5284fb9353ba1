import { leaveCircle, nameCircle } from '#platform/access/circles.ts';
import { addTeachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { formatList } from '#platform/i18n/i18n.ts';
import { selectDates } from '#features/organisation/index.ts';
import { relationshipOf, rhythmNamed } from '../relationships.ts';
import { presentIn, type Together } from '../together.ts';

/** The transaction of a change, and when it is: a `Change`, or what a handler makes. */
interface During {
  tx: Db;
  now: Date;
  /** In the school's time zone. */
  today: string;
}

/**
 * What follows from who said what: with everybody's yes it begins, with too few left it ends, otherwise it waits.
 * `together` is as it stands with the newest answer in it.
 */
export async function beginOrEnd(change: During, together: Together): Promise<'begun' | 'ended' | 'waits'> {
  const here = presentIn(together);
  await nameCircle(change.tx, together.ownerId, together.id, formatList(here.map(({ name }) => name)));
  if (here.length < relationshipOf(together.kind).people.min) {
    await endPairing(change, together);
    return 'ended';
  }
  if (together.agreedAt !== null || here.some(({ answer }) => answer !== 'yes')) return 'waits';
  await change.tx
    .updateTable('pairing')
    .set({
      agreed_at: change.now,
      starts_on: change.today,
      ends_on: await lastDay(change, together),
      version: together.version + 1,
    })
    .where('owner_id', '=', together.ownerId)
    .where('id', '=', together.pairingId)
    .execute();
  return 'begun';
}

/** Ends it softly: nobody is in the circle as invited any more, and those who were in it go on reading. */
export async function endPairing(change: During, together: Together): Promise<void> {
  await change.tx
    .updateTable('pairing')
    .set({ ended_at: change.now, version: together.version + 1 })
    .where('owner_id', '=', together.ownerId)
    .where('id', '=', together.pairingId)
    .execute();
  const circle = { ownerId: together.ownerId, circleId: together.id, part: 'invited' };
  for (const { personId, answer } of presentIn(together))
    if (answer === null) await leaveCircle(change.tx, circle, personId, change.now);
}

/** So many teaching weeks on, as the rhythm has it; so many weeks where the school's dates do not reach that far. */
async function lastDay(change: During, { ownerId, kind, rhythm }: Together): Promise<string> {
  const { weeks } = rhythmNamed(kind, rhythm);
  const dates = await selectDates(change.tx, ownerId, change.today);
  const terms = dates.filter((date) => date.kind === 'term');
  const closures = dates.filter((date) => date.kind !== 'term' && date.kind !== 'year');
  return addTeachingWeeks(change.today, weeks, terms, closures) ?? addDays(change.today, weeks * 7);
}
