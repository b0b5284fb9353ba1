import { sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { readsPupil, readsWhole, teachesUnit } from '../attendance.access.ts';
import { isAttended, isLate, isPossible } from '../marked-sessions.ts';
import type { Days } from '../span.ts';

/** How much of what was possible was attended, for a weekday, a lesson or a group. */
export interface Pattern {
  /** '1' to '5' for a weekday, the name of a period, a class, a year. */
  key: string;
  pupils: number;
  possible: number;
  attended: number;
  late: number;
}

/** A class or form with whether this person teaches it, and so may see it however small it is. */
export interface GroupPattern extends Pattern {
  mine: boolean;
}

interface Asked {
  from: string;
  until: string;
  today: string;
  unit: string | undefined;
}

const columns = (alias: string) => sql`count(distinct ${sql.ref(`${alias}.pupil_id`)})::int as pupils,
  count(*) filter (where ${isPossible(alias)})::int as possible, count(*) filter (where ${isAttended(alias)})::int as attended,
  count(*) filter (where ${isLate(alias)})::int as late`;

const ask = composed((who, { from, until, today, unit }: Given<Asked>) => {
  const owner = who.organisationId;
  const inUnit = (alias: string) =>
    unit === undefined
      ? sql``
      : sql`and exists (select 1 from membership n where n.owner_id = ${owner} and n.unit_id = ${unit}
          and n.person_id = ${sql.ref(`${alias}.pupil_id`)} and n.part = 'pupil' and ${current('n', today)})`;
  const marked = sql`(select x.* from (${markedSessions(owner, { from, until })}) x
    where ${readsPupil(who, sql`x.pupil_id`, today)} ${inUnit('x')})`;
  return {
    weekdays: list<Pattern>(sql`select extract(isodow from s.on_date)::int::text as key, ${columns('s')}
      from ${marked} s group by 1 order by 1`),
    periods: list<Pattern>(sql`select s.period_name as key, ${columns('s')} from (
        select k.pupil_id, g.period_name, g.starts_at, e.category, e.national, k.minutes
        from register g join register_mark k on k.owner_id = ${owner} and k.register_id = g.id
        join attendance_code e on e.owner_id = ${owner} and e.id = k.code_id
        where g.owner_id = ${owner} and g.on_date between ${from} and ${until}
          and ${readsPupil(who, sql`k.pupil_id`, today)} ${inUnit('k')}) s
      group by s.period_name order by min(s.starts_at) nulls first, s.period_name limit 60`),
    years: list<Pattern>(sql`select coalesce(m.year_label, '') as key, ${columns('s')} from ${marked} s
      join member m on m.owner_id = ${owner} and m.person_id = s.pupil_id group by 1 order by 1 limit 40`),
    classes:
      list<GroupPattern>(sql`select u.name as key, bool_or(${teachesUnit(who, 'u', today)}) as mine, ${columns('s')}
      from ${marked} s
      join membership i on i.owner_id = ${owner} and i.person_id = s.pupil_id and i.part = 'pupil' and ${current('i', today)}
      join unit u on u.owner_id = ${owner} and u.id = i.unit_id and u.kind in ('class', 'form') and u.ended_at is null
        and ${readsWhole(who) ? sql`true` : teachesUnit(who, 'u', today)}
      group by u.id, u.name, u.sort_name order by u.sort_name limit 200`),
    units: list<{
      id: string;
      name: string;
      mine: boolean;
    }>(sql`select u.id, u.name, ${teachesUnit(who, 'u', today)} as mine
      from unit u where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('class', 'form')
        and ${readsWhole(who) ? sql`true` : teachesUnit(who, 'u', today)} order by u.sort_name limit 500`),
  };
});

/** Patterns of attendance over some days, of the pupils this person reads of; with a unit, of those in it. */
export const selectPatterns = (
  db: Db,
  who: Who,
  asked: Days & { today: string; unit?: string | undefined },
) => ask(db, who, { ...asked, unit: asked.unit });
