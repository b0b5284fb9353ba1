import { addDays, isWeekend, today } from '#platform/calendar/dates.ts';
import { clockIn, instantAt } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { t } from '#platform/i18n/i18n.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { togetherHref } from '../together.ts';
import { meetingHref } from './meeting.ts';
import { type Reminder, selectIsOpen, selectUnbooked, selectUnsaid } from './meeting-reminders.queries.ts';

const sayNotice = 'coaching.say-held';
const unbookedNotice = 'coaching.nothing-booked';

/** What each notice says in the list of what waits. */
export const meetingNotices = {
  [sayNotice]: () => t('A time together is over: say whether it took place'),
  [unbookedNotice]: () => t('By your rhythm a time together was due, and none is booked'),
} satisfies Record<string, () => string>;

/** So long it is asked whether something took place. */
const asksFor = 21;

/**
 * Every hour, school by school in its own time: asks the people of a pairing whether a time that is over took place,
 * and tells them, and nobody else, when their rhythm has passed and nothing is booked. Run again it changes nothing.
 */
export const remindMeetingsJob = every('coaching.meetings', { hourlyAt: 25 }, (job) =>
  eachOrganisation(job.db, job.signal, (school) => remindOfMeetings(job, school)),
);

/** Makes the reminders of one school. */
export async function remindOfMeetings({ db, now }: Services, school: OrganisationInTurn): Promise<void> {
  const at = now();
  const here = today(at, school.zone);
  const clock = clockIn(at, school.zone);
  const unsaid = await selectUnsaid(db, school.id, { since: addDays(here, -asksFor), today: here, clock });
  await settle(
    db,
    school,
    sayNotice,
    unsaid,
    ({ coachingId, subjectKey }) => meetingHref({ id: coachingId }, { id: subjectKey }),
    at,
  );
  // In the holidays nobody is asked to book anything; what stands already stays until they are over.
  if (isWeekend(here) || !(await selectIsOpen(db, school.id, here))) return;
  const unbooked = await selectUnbooked(db, school.id, here);
  await settle(
    db,
    school,
    unbookedNotice,
    unbooked,
    ({ coachingId }) => togetherHref({ id: coachingId }, 'times/new'),
    at,
  );
}

/** Makes everybody's notices of a kind say what is true now. */
async function settle(
  db: Services['db'],
  { id, zone }: OrganisationInTurn,
  kind: string,
  reminders: readonly Reminder[],
  href: (reminder: Reminder) => string,
  at: Date,
): Promise<void> {
  const notices = reminders.flatMap((reminder): Notice[] =>
    reminder.personIds.map((personId) => ({
      personId,
      fromOwner: id,
      itemId: reminder.coachingId,
      kind,
      subjectKey: reminder.subjectKey,
      href: href(reminder),
      dueAt: instantAt(reminder.dueOn, '16:00', zone),
    })),
  );
  await endOtherNotices(db, id, kind, notices, at);
  await remindOf(db, notices, at);
}
