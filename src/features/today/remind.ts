import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { type Addressee, selectAddressees, writeTo } from '#platform/notices/write-to.ts';

/** Mail goes out between these hours of the school's clock. */
const day = { from: 7, until: 19 };

/** Each hour: one mail to whoever has something due that they were not written to about. */
export const reminders = (services: Services, features: () => readonly Feature[]): RecurringJob =>
  every('today.reminders', { hourlyAt: 5 }, async ({ db, now, signal }) => {
    const organisations = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('ended_at', 'is', null)
      .execute();
    const failures: unknown[] = [];
    for (const { id, zone } of organisations) {
      if (signal.aborted) return;
      if (isNight(now, zone)) continue;
      await remindMembers(services, features(), db, id, now).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some reminders were not sent.');
  });

export function isNight(now: Date, zone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now),
  );
  return hour < day.from || hour >= day.until;
}

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
  db: Db,
  organisationId: string,
  now: Date,
): Promise<void> {
  const members = await db
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute();
  const { rows } = await sql<Due>`
    select n.owner_id as "personId", n.id, n.kind, n.href, n.due_at as "dueAt" from notice n
    where n.owner_id = any(${members.map((row) => row.person_id)}::uuid[])
      and (n.from_owner = ${organisationId} or not exists (select 1 from organisation o where o.id = n.from_owner))
      and n.done_at is null and n.mailed_at is null and n.due_at <= ${now}
    order by n.due_at limit 2000`.execute(db);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  const addressees = await selectAddressees(db, organisationId, [...byPerson.keys()]);
  const words = Object.assign({}, ...features.map(({ notices }) => notices ?? {})) as Record<
    string,
    () => string
  >;
  const failures: unknown[] = [];
  for (const person of addressees) {
    const due = byPerson.get(person.personId)!;
    try {
      await writeReminder(services, person, due, words);
      await markMailed(db, due, now);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some reminders were not sent.');
}

const writeReminder = (
  services: Services,
  person: Addressee,
  due: readonly Due[],
  words: Record<string, () => string>,
): Promise<void> =>
  // The same things due make the same mail, so that a second try after a failure is the same letter.
  writeTo(services, person, `reminder:${due.map(({ id }) => id).join(',')}`, () => {
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
  });

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
