import { addDays, today } from '#platform/calendar/dates.ts';
import { instantAt, isByDay } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { notify } from '#platform/notices/notices.ts';
import { remindByMail } from './remind-by-mail.ts';
import { endOldNotices, type Reminder, selectCommitmentsDue, selectSessionsOn } from './reminders.queries.ts';

export const sessionNotice = 'session-tomorrow';
export const commitmentNotice = 'commitment-due';

/**
 * Each hour, school by school in its own time: puts the sessions of today and tomorrow and the promises
 * that fall due into people's lists, and by day writes to them about a session on the day before. Of a
 * promise they are written to on its day, as of everything due. Run again it changes nothing.
 */
export const remindJob = every('sessions.remind', { hourlyAt: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, (school) => remindSchool(job, school)),
);

/** Makes the reminders of one school. */
export async function remindSchool(services: Services, school: OrganisationInTurn): Promise<void> {
  const { db } = services;
  const now = services.now();
  const here = today(now, school.zone);
  const tomorrow = addDays(here, 1);
  await endOldNotices(db, school.id, [sessionNotice], instantAt(here, '00:00', school.zone), now);
  for (const session of await selectSessionsOn(db, school.id, here, tomorrow)) {
    await remind(services, school, sessionNotice, session, now);
    if (isByDay(now, school.zone)) await remindByMail(services, school.id, session, sessionNotice, now);
  }
  for (const commitment of await selectCommitmentsDue(db, school.id, addDays(here, -14), tomorrow))
    await remind(services, school, commitmentNotice, commitment, now);
}

async function remind(
  { db }: Services,
  school: OrganisationInTurn,
  kind: string,
  reminder: Reminder,
  now: Date,
): Promise<void> {
  const dueAt = instantAt(reminder.dueOn, reminder.startsAt ?? '08:00', school.zone);
  const { subjectKey, itemId, href } = reminder;
  for (const personId of reminder.personIds)
    await notify(db, { personId, fromOwner: school.id, kind, subjectKey, itemId, href, dueAt }, now);
}
