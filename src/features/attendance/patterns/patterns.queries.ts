import { sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { readsPupil, readsWhole, teachesUnit } from '../attendance.access.ts';
import { countOf } from '../figures/counts.ts';
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

/** The columns of a pattern, of rows under `alias` that each stand for `sessions` alike of one pupil. */
const columns = (alias: string) => {
  const counted = (condition: ReturnType<typeof sql>) => countOf(condition, `${alias}.sessions`);
  return sql`count(distinct ${sql.ref(`${alias}.pupil_id`)})::int as pupils, ${counted(isPossible(alias))} as possible,
    ${counted(isAttended(alias))} as attended, ${counted(sql.ref(`${alias}.late`) as never)} as late`;
};

/** What is put together in one reading of the marks. */
interface Found {
  weekdays: Pattern[];
  years: Pattern[];
  classes: GroupPattern[];
}

const ask = composed((who, { from, until, today, unit }: Given<Asked>) => {
  const owner = who.organisationId;
  const read = (alias: string) => sql`${readsPupil(who, sql.ref(`${alias}.pupil_id`), today)}
    ${
      unit === undefined
        ? sql``
        : sql`and exists (select 1 from membership n where n.owner_id = ${owner} and n.unit_id = ${unit}
            and n.person_id = ${sql.ref(`${alias}.pupil_id`)} and n.part = 'pupil' and ${current('n', today)})`
    }`;
  return {
    // The marks are read once: a row for each pupil and weekday says how many sessions are alike. Whose they are is
    // asked of these rows, not of each mark.
    found: list<Found>(sql`
      with alike as materialized (
        select s.pupil_id, extract(isodow from s.on_date)::int as weekday, s.code_id, ${isLate('s')} as late,
          count(*)::int as sessions
        from (${markedSessions(owner, { from, until })}) s group by 1, 2, 3, 4),
      marked as materialized (select x.*, c.category from alike x
        join attendance_code c on c.owner_id = ${owner} and c.id = x.code_id where ${read('x')}),
      pupil as materialized (select s.pupil_id, s.category, s.late, sum(s.sessions)::int as sessions
        from marked s group by 1, 2, 3)
      select
        (select coalesce(json_agg(g), '[]') from (
          select s.weekday::text as key, ${columns('s')} from marked s group by s.weekday order by s.weekday) g) as weekdays,
        (select coalesce(json_agg(g), '[]') from (
          select coalesce(m.year_label, '') as key, ${columns('s')} from pupil s
          join member m on m.owner_id = ${owner} and m.person_id = s.pupil_id group by 1 order by 1 limit 40) g) as years,
        (select coalesce(json_agg(g), '[]') from (
          select u.name as key, bool_or(${teachesUnit(who, 'u', today)}) as mine, ${columns('s')} from pupil s
          join membership i on i.owner_id = ${owner} and i.person_id = s.pupil_id and i.part = 'pupil' and ${current('i', today)}
          join unit u on u.owner_id = ${owner} and u.id = i.unit_id and u.kind in ('class', 'form') and u.ended_at is null
            and ${readsWhole(who) ? sql`true` : teachesUnit(who, 'u', today)}
          group by u.id, u.name, u.sort_name order by u.sort_name limit 200) g) as classes`),
    periods: list<Pattern>(sql`select s.period_name as key, ${columns('s')} from (
        select a.pupil_id, a.period_name, a.starts_at, e.category,
          (e.national in ('L', 'U') or a.minutes) as late, a.sessions
        from (select k.pupil_id, g.period_name, min(g.starts_at) as starts_at, k.code_id,
            coalesce(k.minutes > 0, false) as minutes, count(*)::int as sessions
          from register g join register_mark k on k.owner_id = ${owner} and k.register_id = g.id
          where g.owner_id = ${owner} and g.on_date between ${from} and ${until}
          group by 1, 2, 4, 5) a
        join attendance_code e on e.owner_id = ${owner} and e.id = a.code_id) s
      where ${read('s')} group by s.period_name order by min(s.starts_at) nulls first, s.period_name limit 60`),
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
export async function selectPatterns(
  db: Db,
  who: Who,
  asked: Days & { today: string; unit?: string | undefined },
) {
  const { found, periods, units } = await ask(db, who, { ...asked, unit: asked.unit });
  return { ...found[0]!, periods, units };
}
