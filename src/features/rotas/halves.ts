import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { isTaught, periodsOf } from '#features/timetable/index.ts';
import type { Days } from './duties.ts';
import type { Weekday } from './rotas.ts';

/** Half a school day on one day of the week, where a school describes its day so: 'Morning', '09:00' to '12:00'. */
export interface Half {
  weekday: Weekday;
  name: string;
  from: string;
  until: string;
}

/** A stretch of teaching at least so long, in minutes, is half a day and no lesson. */
const halfAtLeast = 120;
/** What is done within half a day and takes no longer, in minutes, is a break of it: the class is outside as well. */
const breakAtMost = 30;

/** Of a day that nothing is written down of. */
const usualHalves: readonly Half[] = periodsOf('halves')
  .filter(({ kind }) => kind === 'lesson')
  .map(({ weekday, name, startsAt, endsAt }) => ({ weekday, name, from: startsAt, until: endsAt }));

interface Row {
  half: Half | null;
}

/** The halves of the timetable in force; a row without one where it has lessons, and no row where there is none. */
export const halvesList = (owner: string, today: Expression<unknown>): List<Row> =>
  list<Row>(sql`
    with v as (select t.id from timetable t where t.owner_id = ${owner} and t.published_at is not null
      and t.ended_at is null and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on >= ${today})
      order by t.starts_on desc, t.created_at desc limit 1)
    select case when p.id is not null then json_build_object('weekday', p.weekday, 'name', p.name,
      'from', to_char(p.starts_at, 'HH24:MI'), 'until', to_char(p.ends_at, 'HH24:MI')) end as half
    from v left join period p on p.owner_id = ${owner} and p.timetable_id = v.id and p.ended_at is null
      and p.kind = 'lesson' and p.ends_at - p.starts_at >= make_interval(mins => ${halfAtLeast})
    order by p.starts_at, p.weekday limit 60`);

/** The halves that can be chosen; a school without a timetable goes by morning and afternoon. */
export const halvesOf = (rows: readonly Row[]): readonly Half[] =>
  rows.length === 0 ? usualHalves : rows.flatMap(({ half }) => half ?? []);

const ask = composed((who, { today }: Given<{ today: string }>) => ({
  halves: halvesList(who.organisationId, today),
}));

/** What can be chosen on a day. */
export const selectHalves = async (...[db, who, given]: Parameters<typeof ask>): Promise<readonly Half[]> =>
  halvesOf((await ask(db, who, given)).halves);

/**
 * Whether what is needed from one time to another falls into a break of a stretch of teaching, which stands under `b`.
 * Whoever teaches all morning can be in the yard at half past ten.
 */
export const isBreakOf = (from: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(b.why = 'lesson' and b.ends_at::time - b.starts_at::time >= make_interval(mins => ${halfAtLeast})
    and ${from} > b.starts_at and ${until} < b.ends_at
    and ${until}::time - ${from}::time <= make_interval(mins => ${breakAtMost}))`;

/**
 * Who has a class in which half of days on which the school teaches without a timetable, as a select of person_id,
 * on_date, starts_at and ends_at. It stands against duties of half a day alone: of a shorter one nobody knows.
 */
export const halvesTaught = (owner: string, days: Days): RawBuilder<unknown> => sql`
  select m.person_id, g.at::date as on_date, h.starts_at, h.ends_at
  from generate_series(${days.from}::date::timestamp, ${days.until}::date::timestamp, interval '1 day') g (at)
  join (values ${sql.join(
    usualHalves.map(({ weekday, from, until }) => sql`(${weekday}::text, ${from}::text, ${until}::text)`),
  )}) h (weekday, starts_at, ends_at) on h.weekday = lower(to_char(g.at, 'FMDay'))
  join membership m on m.owner_id = ${owner} and m.part = 'teacher' and ${current('m', sql`g.at::date`)}
  join unit u on u.owner_id = ${owner} and u.id = m.unit_id and u.kind in ('class', 'form') and u.ended_at is null
  where ${isTaught(owner, sql`g.at::date`)}
    and not exists (select 1 from timetable v where v.owner_id = ${owner} and v.published_at is not null
      and v.ended_at is null and v.starts_on <= g.at::date and (v.ends_on is null or v.ends_on >= g.at::date))`;

/** Whether what is needed, under `n`, takes half a day. */
export const takesHalfADay = sql<boolean>`(n.ends_at::time - n.starts_at::time >= make_interval(mins => ${halfAtLeast}))`;
