import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Who } from '#platform/access/who.ts';
import { choiceUnder, type HearingChoice, usualChoice, weekendOf } from '#platform/notices/hearing.ts';

/** What somebody chose, with the days filled in that are quiet while they choose none. */
export async function selectChoice(
  db: Db,
  { personId, organisationId }: Who,
): Promise<HearingChoice & { quietDays: readonly number[] }> {
  const { choice, locale } = await db
    .selectFrom('organisation as o')
    .leftJoin('reminder_choice as r', (join) => join.on(sql`r.owner_id`, '=', personId))
    .select(['o.locale', choiceUnder('r').as('choice')])
    .where('o.id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const chosen = choice ?? usualChoice;
  return { ...chosen, quietDays: chosen.quietDays ?? weekendOf(locale) };
}

export async function saveChoice(
  tx: Db,
  personId: string,
  choice: HearingChoice & { quietDays: readonly number[] },
  now: Date,
): Promise<void> {
  const columns = {
    rhythm: choice.rhythm,
    week_day: choice.weekDay,
    soon: choice.soon,
    quiet_from: choice.quietFrom,
    quiet_until: choice.quietUntil,
    quiet_days: [...choice.quietDays],
    days_off_quiet: choice.daysOffQuiet,
    changed_at: now,
  };
  await tx
    .insertInto('reminder_choice')
    .values({ owner_id: personId, ...columns })
    .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(columns))
    .execute();
}

/** What waits for somebody who heard nothing of it by their own wish is no news when they wish to hear again. */
export async function passOver(tx: Db, personId: string, now: Date): Promise<void> {
  const { rhythm } =
    (await tx
      .selectFrom('reminder_choice')
      .select('rhythm')
      .where('owner_id', '=', personId)
      .executeTakeFirst()) ?? usualChoice;
  if (rhythm !== 'never') return;
  await tx
    .updateTable('notice')
    .set({ told_at: now })
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .where('told_at', 'is', null)
    .execute();
}
