import { isByDay } from '#platform/calendar/local-time.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { programmeHref } from './addresses.ts';
import { markWritten, selectUnwritten, type Welcome } from './welcome.queries.ts';

/**
 * Every ten minutes by day: one letter to whoever came to be in published programmes since, with all of them in it.
 * Written once about each; whoever was taken out meanwhile hears nothing.
 */
export const welcomeJob = every('programmes.welcome', { everyMinutes: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id, zone }) => {
    if (isByDay(job.now(), zone)) await welcomeMembers(job, id);
  }),
);

async function welcomeMembers(services: Services, organisationId: string): Promise<void> {
  const { db } = services;
  const now = services.now();
  const byPerson = Map.groupBy(await selectUnwritten(db, organisationId, now), ({ personId }) => personId);
  for (const person of await selectAddressees(services, organisationId, [...byPerson.keys()])) {
    const welcomes = byPerson.get(person.personId)!;
    // The same programmes make the same letter.
    const id = `enrolled:${welcomes.map(({ noticeId }) => noticeId).join()}`;
    await transaction(db, async (tx) => {
      await markWritten(tx, welcomes, now);
      await writeTo(services, person, id, () => words(welcomes), {
        about: welcomes.map(({ noticeId }) => noticeId),
        tx,
      });
    });
  }
}

function words(welcomes: readonly Welcome[]): MailWords {
  const first = welcomes[0]!;
  return {
    subject: tn(welcomes.length, 'You are in the programme {programme}', 'You are in {n} programmes', {
      programme: first.title,
    }),
    paragraphs: [
      ...welcomes.map(({ title, startsOn, endsOn }) =>
        t('You are in {programme}, from {from} to {until}.', {
          programme: title,
          from: formatDate(startsOn),
          until: formatDate(endsOn),
        }),
      ),
      t('What it is for, its steps and its dates are on its page, and its dates in your calendar here.'),
    ],
    link:
      welcomes.length === 1
        ? { label: t('See the programme'), href: programmeHref(first) }
        : { label: t('See your programmes'), href: '/my-learning' },
    because: t('You get this because you were enrolled. You are written to once about each programme.'),
  };
}
