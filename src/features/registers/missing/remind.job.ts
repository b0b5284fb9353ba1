import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, today as todayIn } from '#platform/calendar/dates.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { notify } from '#platform/notices/notices.ts';
import { registerHref } from '../addresses.ts';
import { type ExpectedRegister, notTaken } from './missing.queries.ts';
import { subjectOf, takeNotice } from './notices.ts';

/** So long after it began a register is asked for. */
const after = 15 * 60_000;
/** A school that has taken none for so many days does not use them, and nobody is asked. */
const usedWithin = 14;

/**
 * Makes the lists of those who take registers say which have begun a quarter of an hour ago and were not taken. What
 * was taken since, and what was left from days before, waits no more: yesterday's are on the page of those not taken.
 */
async function remind(db: Db, { id, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const on = todayIn(now, zone);
  const missing = (await takesRegisters(db, id, on)) ? await selectLate(db, id, on, now, zone) : [];
  const standing = missing.flatMap((register) =>
    register.ask.map((person) => ({
      personId: person.id,
      fromOwner: id,
      kind: takeNotice,
      subjectKey: subjectOf(on, register.unitId, register.slot),
      itemId: null,
      href: registerHref({ ...register, on }),
      dueAt: null,
    })),
  );
  await endOtherNotices(db, id, takeNotice, standing, now);
  for (const each of standing) await notify(db, each, now);
  await openAgain(db, id, standing);
}

/** What was taken and given back waits again, unless its person put it aside. */
const openAgain = (
  db: Db,
  owner: string,
  standing: readonly { personId: string; subjectKey: string }[],
): Promise<unknown> =>
  sql`update notice set done_at = null
    where owner_id in (select m.person_id from member m where m.owner_id = ${owner})
      and from_owner = ${owner} and kind = ${takeNotice} and done_at is not null and aside_at is null
      and (owner_id::text, subject_key) in (select * from unnest(
        ${standing.map(({ personId }) => personId)}::text[], ${standing.map(({ subjectKey }) => subjectKey)}::text[]))`.execute(
    db,
  );

async function takesRegisters(db: Db, owner: string, on: string): Promise<boolean> {
  const row = await db
    .selectFrom('register')
    .select('id')
    .where('owner_id', '=', owner)
    .where('on_date', '>=', addDays(on, -usedWithin))
    .where('taken_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function selectLate(
  db: Db,
  owner: string,
  on: string,
  now: Date,
  zone: string,
): Promise<ExpectedRegister[]> {
  const before = new Date(now.getTime() - after);
  // In the first minutes of a day a quarter of an hour ago was yesterday.
  if (todayIn(before, zone) !== on) return [];
  const { rows } = await sql<ExpectedRegister>`${notTaken(owner, on, clockIn(before, zone))}`.execute(db);
  return rows;
}

export const remindJob = every('registers.remind', { everyMinutes: 5 }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => remind(job.db, organisation, job.now())),
);

/** Once it is taken nobody is asked for it; where it is given back the job asks anew. */
const settleTaken = told(
  'register.taken',
  z.object({ register: z.uuid() }),
  async ({ ownerId, body: { register } }, { db, now }) => {
    await sql`update notice set done_at = ${now()}
      where owner_id in (select m.person_id from member m where m.owner_id = ${ownerId})
        and from_owner = ${ownerId} and kind = ${takeNotice} and done_at is null
        and subject_key in (select r.on_date || ' ' || r.unit_id || ' ' || r.slot from register r
          where r.owner_id = ${ownerId} and r.id = ${register} and r.taken_at is not null)`.execute(db);
  },
);

export const registerHandlers = [settleTaken];
