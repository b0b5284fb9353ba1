import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { isWeekend, today } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { t } from '#platform/i18n/i18n.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { selectIsOpen } from '../meetings/meeting-reminders.queries.ts';
import { togetherHref } from '../together.ts';
import { latestRound, openedKind, selectAsked } from './pulse.queries.ts';
import { isOpenOn, isTimeToAsk, lastDayOf, usualPulseWeeks } from './round.ts';

export const pulseNotice = 'coaching.pulse';
export const pulseNotices = {
  [pulseNotice]: () => t('Three questions about working together, if you like'),
};

export const subjectOf = (coachingId: string, round: string): string => `${coachingId} ${round}`;

/**
 * Once a day, school by school: opens a round when it is time for one, on a day on which the school is open. Each learner
 * gets one notice, which goes by itself when the round is over. Run again it changes nothing.
 */
export const openRoundsJob = every('coaching.pulse', { dailyAt: '05:40' }, (job) =>
  eachOrganisation(job.db, job.signal, (school) => openRound(job, school)),
);

export async function openRound({ db, now }: Services, { id, zone }: OrganisationInTurn): Promise<void> {
  const at = now();
  const here = today(at, zone);
  const { rows } = await sql<{ round: string | null; weeks: number }>`
    select ${latestRound(id)} as round, coalesce((select g.pulse_weeks from coaching_setting g
      where g.owner_id = ${id}), ${usualPulseWeeks}::integer) as weeks`.execute(db);
  const { round, weeks } = rows[0]!;
  if (!isOpenOn(round, here)) await endOtherNotices(db, id, pulseNotice, [], at);
  if (!isTimeToAsk(round, weeks, here) || isWeekend(here) || !(await selectIsOpen(db, id, here))) return;
  const asked = await selectAsked(db, id, here);
  if (asked.length === 0) return;
  await transaction(db, (tx) =>
    record(tx, null, { ownerId: id, kind: openedKind, itemId: id, body: { round: here } }, at),
  );
  await remindOf(
    db,
    asked.map(({ coachingId, personId }): Notice => ({
      personId,
      fromOwner: id,
      itemId: coachingId,
      kind: pulseNotice,
      subjectKey: subjectOf(coachingId, here),
      href: togetherHref({ id: coachingId }, 'questions'),
      dueAt: instantAt(lastDayOf(here), '16:00', zone),
    })),
    at,
  );
}
