import { addDays, today } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { type Reminder, selectCommitmentsDue, selectSessionsOn } from './reminders.queries.ts';

export const sessionNotice = 'session-tomorrow';
export const commitmentNotice = 'commitment-due';

/**
 * Every ten minutes, school by school in its own time: puts the sessions of today and tomorrow and the promises that
 * fall due into people's lists, and takes out the sessions that are over, moved or called off, and those of people
 * who cannot come. Letters tell of them as of everything that waits. Run again it changes nothing.
 */
export const remindJob = every('sessions.remind', { everyMinutes: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, (school) => remindSchool(job, school)),
);

/** Makes the reminders of one school. */
export async function remindSchool({ db, now }: Services, school: OrganisationInTurn): Promise<void> {
  const at = now();
  const here = today(at, school.zone);
  const tomorrow = addDays(here, 1);
  const sessions = noticesOf(school, sessionNotice, await selectSessionsOn(db, school.id, here, tomorrow));
  await endOtherNotices(db, school.id, sessionNotice, sessions, at);
  await remindOf(db, sessions, at);
  const commitments = await selectCommitmentsDue(db, school.id, addDays(here, -14), tomorrow);
  await remindOf(db, noticesOf(school, commitmentNotice, commitments), at);
}

const noticesOf = (
  { id, zone }: OrganisationInTurn,
  kind: string,
  reminders: readonly Reminder[],
): Notice[] =>
  reminders.flatMap(({ personIds, subjectKey, itemId, href, dueOn, startsAt }) => {
    const dueAt = instantAt(dueOn, startsAt ?? '08:00', zone);
    const beginsAt = startsAt === null ? null : dueAt;
    const common = { fromOwner: id, kind, subjectKey, itemId, href, dueAt, beginsAt };
    return personIds.map((personId) => ({ personId, ...common }));
  });
