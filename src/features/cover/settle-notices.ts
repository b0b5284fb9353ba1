import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { addDays, today as todayIn } from '#platform/calendar/dates.ts';
import { clockIn, instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import type { OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { administrators, role } from '#features/people/index.ts';
import { askedNotice, awayNotice, letGoNotice, openNotice } from './cover.notices.ts';
import { absenceHref, askedHref, dayHref } from './cover.ts';
import { gapsSelect } from './gaps.ts';

/** So far ahead those who keep cover are asked for open classes, in days. */
const horizon = 28;

interface Day {
  today: string;
  /** '08:15'. */
  clock: string;
}

/**
 * Makes everybody's lists say what is true of cover at a school now. Worked out from how it stands, so that told twice, or
 * late, it comes to the same.
 */
export async function settleNotices(
  db: Db,
  { id: owner, zone }: OrganisationInTurn,
  now: Date,
): Promise<void> {
  const day = { today: todayIn(now, zone), clock: clockIn(now, zone) };
  const covers = await selectToldOf(db, owner, day);
  const absences = await selectOpen(db, owner, day);
  const keepers = absences.length === 0 ? [] : await selectKeepers(db, owner, day.today);
  const ofCover = (kind: string, stands: boolean): Notice[] =>
    covers
      .filter((each) => each.stands === stands)
      .map(({ id, coveredBy, on, startsAt }) => ({
        personId: coveredBy,
        fromOwner: owner,
        itemId: id,
        kind,
        subjectKey: id,
        href: askedHref(id),
        dueAt: instantAt(on, startsAt, zone),
      }));
  const ofAbsence = (kind: string, hasOpen: boolean): Notice[] =>
    absences
      .filter(({ on }) => (on !== null) === hasOpen)
      .flatMap(({ id, personId, on, startsAt }) =>
        keepers
          .filter((keeper) => keeper !== personId)
          .map((keeper) => ({
            personId: keeper,
            fromOwner: owner,
            itemId: id,
            kind,
            subjectKey: id,
            href: on === null ? absenceHref(id) : dayHref(on),
            dueAt: on === null ? null : instantAt(on, startsAt!, zone),
          })),
      );
  const wanted = {
    [askedNotice]: ofCover(askedNotice, true),
    [letGoNotice]: ofCover(letGoNotice, false),
    [openNotice]: ofAbsence(openNotice, true),
    [awayNotice]: ofAbsence(awayNotice, false),
  };
  for (const [kind, notices] of Object.entries(wanted)) {
    await endOtherNotices(db, owner, kind, notices, now);
    if (notices.length > 0) await remindOf(db, notices, now);
  }
}

/** What is to come and was asked and not answered; and what was promised and is not needed any more. */
async function selectToldOf(db: Db, owner: string, { today, clock }: Day) {
  const { rows } = await sql<{
    id: string;
    coveredBy: string;
    on: string;
    startsAt: string;
    stands: boolean;
  }>`
    select c.id, c.covered_by as "coveredBy", c.on_date as "on", to_char(c.starts_at, 'HH24:MI') as "startsAt",
      c.ended_at is null as stands
    from cover c
    where c.owner_id = ${owner} and c.covered_by is not null
      and (c.on_date > ${today} or (c.on_date = ${today} and c.ends_at > ${clock}::time))
      and ((c.ended_at is null and c.accepted_at is null)
        or (c.ended_at is not null and c.accepted_at is not null and c.declined_at is null
          and c.ended_by is distinct from c.covered_by
          and not exists (select 1 from cover d where d.owner_id = ${owner} and d.ended_at is null
            and d.covered_by = c.covered_by and d.on_date = c.on_date and d.unit_id = c.unit_id
            and d.starts_at = c.starts_at)))`.execute(db);
  return rows;
}

/** Absences that go on or come, with the first class of theirs that is open; null days for who has no classes in them. */
async function selectOpen(db: Db, owner: string, { today, clock }: Day) {
  const until = addDays(today, horizon);
  const { rows } = await sql<{ id: string; personId: string; on: string | null; startsAt: string | null }>`
    with gaps as materialized (select g.absence_id, g.on_date, g.starts_at, g.ends_at,
        exists (select 1 from cover c where c.owner_id = ${owner} and c.person_id = g.person_id
          and c.on_date = g.on_date and c.unit_id = g.unit_id and c.starts_at = g.starts_at::time
          and c.ended_at is null) as arranged
      from (${gapsSelect(owner, { from: today, until })}) g)
    select a.id, a.person_id as "personId", o.on_date as "on", o.starts_at as "startsAt"
    from staff_absence a
    left join lateral (select g.on_date, g.starts_at from gaps g
      where g.absence_id = a.id and not g.arranged and (g.on_date > ${today} or g.ends_at > ${clock})
      order by g.on_date, g.starts_at limit 1) o on true
    where a.owner_id = ${owner} and a.ended_at is null and a.until_on >= ${today} and a.from_on <= ${until}
      and (o.on_date is not null or not exists (select 1 from gaps g where g.absence_id = a.id))`.execute(db);
  return rows;
}

/** Whoever keeps cover; where nobody was given it, the administrator, and where there is none, the head. */
async function selectKeepers(db: Db, owner: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string; role: string }>`
    select p.person_id as "personId", p.role from appointment p
    join member m on m.owner_id = ${owner} and m.person_id = p.person_id and m.kind = 'staff' and ${current('m', today)}
    where p.owner_id = ${owner} and p.role = any(${[role.coverManager, ...administrators]}::text[])
      and ${current('p', today)}`.execute(db);
  for (const first of [role.coverManager, role.administrator, role.head]) {
    const those = rows.filter((each) => each.role === first).map(({ personId }) => personId);
    if (those.length > 0) return [...new Set(those)];
  }
  return [...new Set(rows.map(({ personId }) => personId))];
}
