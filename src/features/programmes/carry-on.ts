import { sql } from 'kysely';
import { joinCircle } from '#platform/access/circles.ts';
import { current } from '#platform/access/current.ts';
import { endItem } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { copyProgramme } from './copy-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { selectProgramme } from './programme.queries.ts';

/** A programme of a school year that could run again in the next, with those who lead it and would lead it then. */
export interface RanThisYear {
  id: string;
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  leaders: { id: string; name: string }[];
}

/**
 * Programmes that were published and ran in the year that ends, as far as the person reads them, by their first day.
 * One that nobody leads who is here next year is not among them, nor one that was copied for then already.
 */
export async function selectRanThisYear(
  db: Db,
  who: Who,
  { lastOn, firstOn }: { lastOn: string; firstOn: string },
): Promise<RanThisYear[]> {
  const owner = who.organisationId;
  const { rows } = await sql<RanThisYear>`
    select p.id, p.slug, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn", l.leaders
    from programme p join item i on i.owner_id = ${owner} and i.id = p.id
    cross join lateral (select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.sort_name, n.id) as leaders
      from circle_member c join person n on n.id = c.person_id
      join member m on m.owner_id = ${owner} and m.person_id = c.person_id and m.kind = 'staff'
        and ${current('m', firstOn)}
      where c.owner_id = ${owner} and c.circle_id = p.id and c.part = 'leader' and c.ends_at is null) l
    where p.owner_id = ${owner} and i.ended_at is null and p.sort = 'programme' and p.published_at is not null
      and p.starts_on <= ${lastOn} and p.ends_on > ${addDays(lastOn, -yearInDays)} and l.leaders is not null
      and ${who.sees('i', programmePolicy)}
      and not exists (select 1 from programme k join item j on j.owner_id = ${owner} and j.id = k.id
        where k.owner_id = ${owner} and k.copied_from = p.id and k.ends_on >= ${firstOn} and j.ended_at is null)
    order by p.starts_on, p.title, p.id limit 200`.execute(db);
  return rows;
}

const yearInDays = 365;
/** So many weeks are a year, so that a programme begins on the weekday it always began on. */
const yearInWeeks = 52;

/** The first day of a copy: a year after the old one, in the first week of the new year at the earliest. */
export function firstDayAgain(startsOn: string, firstOn: string): string {
  let on = addDays(startsOn, yearInWeeks * 7);
  while (on < firstOn) on = addDays(on, 7);
  while (isWeekend(on)) on = addDays(on, 1);
  return on;
}

/** Copies one as a draft of those who lead it. Answers its id and its word. */
export async function carryOn(
  change: Change,
  { slug, startsOn, leaders }: RanThisYear,
  { title, firstOn }: { title: string; firstOn: string },
): Promise<{ id: string; slug: string }> {
  const { tx, organisationId: ownerId, now } = change;
  const programme = (await selectProgramme(tx, ownerId, slug))!;
  const [first, ...others] = leaders.map(({ id }) => id);
  const made = await copyProgramme(
    change,
    programme,
    { title, startsOn: firstDayAgain(startsOn, firstOn), leaderId: first! },
    await selectCalendar(tx, ownerId),
  );
  await joinCircle(tx, { ownerId, circleId: made.id, part: 'leader' }, others, now);
  return made;
}

/**
 * Takes drafts away that nobody worked on since they were copied; the others stay. Answers the ids of those that went.
 */
export async function endUntouchedDrafts(change: Change, ids: readonly string[]): Promise<string[]> {
  const { tx, organisationId: owner, now } = change;
  const { rows } = await sql<{ id: string }>`
    select p.id from programme p join item i on i.owner_id = ${owner} and i.id = p.id
    where p.owner_id = ${owner} and p.id = any(${[...ids]}::uuid[]) and p.published_at is null and i.ended_at is null
      and not exists (select 1 from event e where e.owner_id = ${owner} and e.item_id = p.id
        and e.kind not in ('programme.copied', 'programme.taken-away'))
    for update of p`.execute(tx);
  for (const { id } of rows) {
    await endItem(tx, { ownerId: owner, id }, now);
    await change.record({ kind: 'programme.taken-away', itemId: id });
  }
  return rows.map(({ id }) => id);
}
