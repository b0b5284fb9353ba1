import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { role, toldAbout } from '#features/people/index.ts';
import { office, wholeReaders } from '../attendance.access.ts';
import { todayPath } from '../attendance.ts';
import { answeredNotice, tellUsNotice, unaccountedNotice } from '../notices.ts';
import { selectSettings } from '../settings/settings.queries.ts';
import { missingOn } from './first-day.queries.ts';

interface Missing {
  id: string;
  standing: 'unknown' | 'told' | 'here';
  toldAt: Date | null;
}

/**
 * Makes lists say how the morning stands: after the hour that the school sets, whoever is not accounted for waits for
 * the attendance officer; and a family whose child is here after all, or of an earlier day, is asked no more.
 */
async function settleMorning(db: Db, organisation: OrganisationInTurn, now: Date): Promise<void> {
  const { id: owner, zone } = organisation;
  const today = todayIn(now, zone);
  const { rows: missing } =
    await sql<Missing>`select x.id, x.standing, x."toldAt" from (${missingOn(owner, today)}) x`.execute(db);
  await takeBack(
    db,
    owner,
    today,
    missing.flatMap(({ id, standing, toldAt }) => (standing === 'here' && toldAt !== null ? [id] : [])),
    now,
  );
  await endUntold(db, owner, today, now);
  const unknown = missing.filter(({ standing }) => standing === 'unknown');
  const { accountedBy } = await selectSettings(db, owner);
  const due = instantAt(today, accountedBy, zone);
  const staff = await selectStaff(db, owner, today);
  const officers = staff.some(({ officer }) => officer)
    ? staff.filter(({ officer }) => officer)
    : staff.filter(({ inOffice }) => inOffice);
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: idFrom(`pupils not accounted for ${owner}`),
      personIds: staff.map(({ personId }) => personId),
      kinds: [unaccountedNotice],
    },
    unknown.length === 0 || now < due
      ? []
      : officers.map(({ personId }) => ({
          personId,
          kind: unaccountedNotice,
          subjectKey: today,
          href: todayPath,
          dueAt: due,
        })),
    now,
  );
}

/** What a family was asked and what is no question any more leaves its Today. */
async function takeBack(
  db: Db,
  owner: string,
  today: string,
  here: readonly string[],
  now: Date,
): Promise<void> {
  const { rows } = await sql<{
    pupilId: string;
    onDate: string;
  }>`update absence_telling f set taken_back_at = ${now}
    where f.owner_id = ${owner} and f.taken_back_at is null
      and ((f.on_date = ${today} and f.pupil_id = any(${here}::uuid[])) or f.on_date < ${today})
    returning f.pupil_id as "pupilId", f.on_date as "onDate"`.execute(db);
  for (const { pupilId } of rows) await settleFamily(db, owner, pupilId, now);
}

/** Whoever is told of a child's attendance no more, as a court may say, hears of it in no later letter either. */
async function endUntold(db: Db, owner: string, today: string, now: Date): Promise<void> {
  await sql`update notice n set done_at = ${now}
    where n.owner_id in (select m.person_id from member m where m.owner_id = ${owner}) and n.from_owner = ${owner}
      and n.kind = any(${[tellUsNotice, answeredNotice]}::text[]) and n.done_at is null
      and not exists (select 1 from ${toldAbout(owner, 'attendance', today)} x
        where x.adult_id = n.owner_id and x.pupil_id = n.item_id)`.execute(db);
}

/** Nothing about the child's register waits for its family any more. */
export async function settleFamily(db: Db, owner: string, pupilId: string, now: Date): Promise<void> {
  const adults = await db
    .selectFrom('family_relation')
    .select('adult_id')
    .where('owner_id', '=', owner)
    .where('pupil_id', '=', pupilId)
    .execute();
  await settleMatter(
    db,
    {
      fromOwner: owner,
      itemId: pupilId,
      personIds: adults.map(({ adult_id }) => adult_id),
      kinds: [tellUsNotice],
    },
    [],
    now,
  );
}

async function selectStaff(db: Db, owner: string, today: string) {
  const holds = (
    roles: readonly string[],
  ) => sql`exists (select 1 from appointment a where a.owner_id = ${owner}
    and a.person_id = m.person_id and a.role = any(${[...roles]}::text[]) and ${current('a', today)})`;
  const { rows } = await sql<{ personId: string; officer: boolean; inOffice: boolean }>`
    select m.person_id as "personId", ${current('m', today)} and ${holds([role.attendanceOfficer])} as officer,
      ${current('m', today)} and ${holds(office)} as "inOffice"
    from member m where m.owner_id = ${owner} and m.kind = 'staff' and exists (select 1 from appointment h
      where h.owner_id = ${owner} and h.person_id = m.person_id and h.role = any(${[...wholeReaders]}::text[]))`.execute(
    db,
  );
  return rows;
}

/** Every ten minutes: schools lie in different zones and set hours of their own. */
export const morningJob = every('attendance.morning', { everyMinutes: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleMorning(job.db, organisation, job.now())),
);
