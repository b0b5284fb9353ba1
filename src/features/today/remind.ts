import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/feature.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { selectMembers } from './news.queries.ts';
import { noticeWords } from './notice-words.ts';
import { saveRound, selectRound } from './round.queries.ts';
import { writeNews } from './write-news.ts';
import { writeSoonNotes } from './write-soon-notes.ts';

/** How often it is looked who is to be written to: the longest that "at once" takes. */
const everyMinutes = 10;

/**
 * Organisation by organisation in its own time: writes to its people about what waits for them, each as they chose.
 * This is the one way in which letters about notices go out. Run again it writes nothing twice.
 */
export const reminders = (features: () => readonly Feature[]): RecurringJob =>
  every('today.reminders', { everyMinutes }, (job) =>
    eachOrganisation(job.db, job.signal, (organisation) =>
      writeToMembers(job, features(), organisation, job.signal),
    ),
  );

/** One round of letters in one organisation. */
async function writeToMembers(
  services: Services,
  features: readonly Feature[],
  { id }: OrganisationInTurn,
  signal: AbortSignal,
): Promise<void> {
  const now = services.now();
  const since = (await selectRound(services.db, id)) ?? new Date(now.getTime() - everyMinutes * 60_000);
  const personIds = await selectMembers(services.db, id);
  const round = { organisationId: id, personIds, since, now, words: noticeWords(features), signal };
  // The notes first: what they tell of is in no other letter.
  await writeSoonNotes(services, round);
  await writeNews(services, round);
  await saveRound(services.db, id, now);
}
