import { sql } from 'kysely';
import { clockIn } from '#platform/calendar/local-time.ts';
import type { Change } from '#platform/http/context.ts';
import type { Absence } from './absence.queries.ts';
import { whyNotAgain } from './arrange.ts';
import { selectCovers, setCoversEnded } from './cover.queries.ts';
import { type Slot, slotKey } from './cover.ts';
import { gapsSelect } from './gaps.ts';

/** Whether a cover is still to come: one that has begun was taken, whoever comes back afterwards. */
const isToCome = ({ on, startsAt }: Pick<Slot, 'on' | 'startsAt'>, { today, now, who }: Change): boolean =>
  on > today || (on === today && startsAt > clockIn(now, who.standing.organisation.zone));

/** Whether a class of today was taken already for this absence, or is being taken. */
export async function hasBegunToday(change: Change, absenceId: string): Promise<boolean> {
  const covers = await selectCovers(change.tx, change.organisationId, { absenceId });
  return covers.some((each) => each.endedAt === null && each.on === change.today && !isToCome(each, change));
}

/** Ends what was arranged for an absence, is still to come, and is not needed any more as it stands now. */
export async function endCoversNotNeeded(change: Change, absenceId: string): Promise<void> {
  const { tx, organisationId: owner, who, now } = change;
  const standing = (await selectCovers(tx, owner, { absenceId })).filter(
    (each) => each.endedAt === null && isToCome(each, change),
  );
  if (standing.length === 0) return;
  const { rows } = await sql<Slot>`select g.person_id as "personId", g.on_date as "on", g.unit_id as "unitId",
      g.starts_at as "startsAt"
    from (${gapsSelect(owner, { from: standing[0]!.on, until: standing.at(-1)!.on }, sql`a.id = ${absenceId}`)}) g`.execute(
    tx,
  );
  const needed = new Set(rows.map(slotKey));
  await setCoversEnded(
    tx,
    owner,
    standing.flatMap((cover) => (needed.has(slotKey(cover)) ? [] : [cover.id])),
    { at: now, by: who.personId },
  );
}

/** Lets stand again what ended with the last change of an absence, where it still can. */
export async function bringCoversBack(change: Change, { id, changedAt }: Absence): Promise<void> {
  const { tx, organisationId: owner } = change;
  const went = (await selectCovers(tx, owner, { absenceId: id })).filter(
    ({ endedAt, declinedAt }) => declinedAt === null && endedAt?.getTime() === changedAt.getTime(),
  );
  const not = await whyNotAgain(change, went);
  await setCoversEnded(
    tx,
    owner,
    went.flatMap((cover) => (not.has(cover.id) ? [] : [cover.id])),
    { at: null, by: null },
  );
}
