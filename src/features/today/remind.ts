import { sql } from 'kysely';
import { isByDay } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/feature.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { type Addressee, type MailWords, selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { fromHere } from './from-here.ts';

/** Each hour: one letter to whoever has something due that they were not written to about. */
export const reminders = (features: () => readonly Feature[]): RecurringJob =>
  every('today.reminders', { hourlyAt: 5 }, (job) =>
    eachOrganisation(job.db, job.signal, async ({ id, zone }) => {
      if (isByDay(job.now(), zone)) await remindMembers(job, features(), id);
    }),
  );

interface Due {
  personId: string;
  id: string;
  kind: string;
  href: string;
  dueAt: Date;
}

async function remindMembers(
  services: Services,
  features: readonly Feature[],
  organisationId: string,
): Promise<void> {
  const { db } = services;
  const now = services.now();
  const members = await db
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute();
  const { rows } = await sql<Due>`
    select n.owner_id as "personId", n.id, n.kind, n.href, n.due_at as "dueAt" from notice n
    where n.owner_id = any(${members.map((row) => row.person_id)}::uuid[])
      and ${fromHere(organisationId)}
      and n.done_at is null and n.mailed_at is null and n.due_at <= ${now}
    order by n.due_at limit 2000`.execute(db);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  const addressees = await selectAddressees(services, organisationId, [...byPerson.keys()]);
  const words = Object.assign({}, ...features.map(({ notices }) => notices ?? {})) as Record<
    string,
    () => string
  >;
  for (const person of addressees) {
    const due = byPerson.get(person.personId)!;
    await transaction(db, async (tx) => {
      await markMailed(tx, due, now);
      await writeReminder(services, tx, person, due, words);
    });
  }
}

const writeReminder = (
  services: Services,
  tx: Db,
  person: Addressee,
  due: readonly Due[],
  words: Record<string, () => string>,
): Promise<void> => {
  // The same things due at the same times make the same letter.
  const id = due.map((each) => `${each.id}@${each.dueAt.toISOString()}`).join();
  const letter = (): MailWords => {
    const lines = due.map(({ kind, dueAt }) =>
      t('{what}, due {day}', {
        what: words[kind]?.() ?? t('Something to look at'),
        day: formatDate(dueAt, 'weekday'),
      }),
    );
    return {
      subject: tn(due.length, 'One thing is waiting: {first}', '{n} things are waiting', {
        first: lines[0]!,
      }),
      paragraphs: [lines.join('\n')],
      link:
        due.length === 1
          ? { label: t('Go there'), href: due[0]!.href }
          : { label: t('See what waits'), href: '/today' },
      because: t(
        'You get this because something on your first page is due. You are written to once about each.',
      ),
    };
  };
  return writeTo(services, person, `reminder:${id}`, letter, tx);
};

const markMailed = (db: Db, due: readonly Due[], now: Date): Promise<unknown> =>
  db
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('owner_id', '=', due[0]!.personId)
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute();
