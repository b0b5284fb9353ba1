import { sql } from 'kysely';
import { current, notOver } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { consentsPath } from './consent.ts';
import { consentKeepers } from './consents.access.ts';
import { renewalNotice } from './notices.ts';
import { renewalDay } from './register-filter.ts';

/**
 * Makes the lists of those who keep a school's register say whether consents run out within thirty days. Whoever puts
 * it aside sees it again when those are dealt with and others run out.
 */
async function settleRenewal(db: Db, { id, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const staff = await selectStaff(db, id, today);
  const first = await selectFirst(db, id, today);
  await settleMatter(
    db,
    {
      fromOwner: id,
      itemId: idFrom(`consents that run out ${id}`),
      personIds: staff.map(({ personId }) => personId),
      kinds: [renewalNotice],
    },
    first === null
      ? []
      : staff
          .filter(({ keeps }) => keeps)
          .map(({ personId }) => ({
            personId,
            kind: renewalNotice,
            subjectKey: first,
            href: `${consentsPath}?answer=soon`,
            dueAt: instantAt(first, '07:00', zone),
          })),
    now,
  );
}

/** The first day on which a consent of a pupil who is here runs out, if that is soon. */
async function selectFirst(db: Db, owner: string, today: string): Promise<string | null> {
  const { rows } = await sql<{ first: string | null }>`
    select min(c.until) as first from consent c
    join member m on m.owner_id = ${owner} and m.person_id = c.person_id and m.kind = 'pupil' and ${notOver('m', today)}
    where c.owner_id = ${owner} and c.ended_at is null and c.answer = 'given' and c.withdrawn_at is null
      and c.until between ${today} and ${renewalDay(today)}`.execute(db);
  return rows[0]!.first;
}

async function selectStaff(
  db: Db,
  owner: string,
  today: string,
): Promise<{ personId: string; keeps: boolean }[]> {
  const { rows } = await sql<{ personId: string; keeps: boolean }>`
    select m.person_id as "personId", ${current('m', today)} and exists (
      select 1 from appointment a where a.owner_id = ${owner} and a.person_id = m.person_id
        and a.role = any(${[...consentKeepers]}::text[]) and ${current('a', today)}) as keeps
    from member m where m.owner_id = ${owner} and m.kind = 'staff'`.execute(db);
  return rows;
}

/** Once a day, before people come in. */
export const renewalJob = every('consents.renewal', { dailyAt: '04:10' }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleRenewal(job.db, organisation, job.now())),
);
