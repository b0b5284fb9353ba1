import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { isTaught, timetabledDays } from '#features/timetable/index.ts';
import type { Duty, Need } from './rotas.ts';

export type Day = string | Expression<unknown>;
export interface Days {
  from: Day;
  until: Day;
}

/**
 * The times of rotas on the days on which they fall, as a select of slot_id, rota_id, name, place, keeps_busy, needed,
 * on_date, starts_at and ends_at ('08:50'): weekly ones on days the school teaches, those of one week of two by the letter
 * of the timetable in force, and those of one day on that day. What ended counts for the days before.
 */
export const slotDays = (owner: string, days: Days): RawBuilder<unknown> => sql`
  with day as materialized (
    select g.at::date as on_date, lower(to_char(g.at, 'FMDay')) as weekday, l.letter,
      ${isTaught(owner, sql`g.at::date`)} as taught
    from generate_series(${days.from}::date::timestamp, ${days.until}::date::timestamp, interval '1 day') g (at)
    left join (${timetabledDays(owner, days)}) l on l.on_date = g.at::date
  )
  select s.id as slot_id, s.rota_id, r.name, r.place, r.keeps_busy, s.needed, y.on_date,
    to_char(s.starts_at, 'HH24:MI') as starts_at, to_char(s.ends_at, 'HH24:MI') as ends_at
  from rota r
  join rota_slot s on s.owner_id = ${owner} and s.rota_id = r.id
  join day y on s.on_date = y.on_date
    or (y.taught and s.weekday = y.weekday and (s.letter is null or s.letter = y.letter))
  where r.owner_id = ${owner} and (r.ended_at is null or y.on_date < (r.ended_at at time zone 'UTC')::date)
    and (s.ended_at is null or y.on_date < (s.ended_at at time zone 'UTC')::date)`;

/** Who stands there on a day: whoever took it, once that holds; otherwise who stands there else. */
const standsThere = sql`case when w.agreed_at is null then t.person_id else w.taken_by end`;

/**
 * Who is on duty, as the columns of `slotDays` with stand_id, usual_id, person_id and swap_id (of what is asked for that
 * day, else null). Whoever left the school is on no duty: their place is open.
 */
export const dutiesSelect = (owner: string, days: Days): RawBuilder<unknown> => sql`
  select n.*, t.id as stand_id, t.person_id as usual_id, ${standsThere} as person_id, w.id as swap_id
  from (${slotDays(owner, days)}) n
  join rota_stand t on t.owner_id = ${owner} and t.slot_id = n.slot_id and t.ended_at is null
    and t.from_on <= n.on_date and (t.until_on is null or t.until_on >= n.on_date)
  left join rota_swap w on w.owner_id = ${owner} and w.stand_id = t.id and w.on_date = n.on_date and w.ended_at is null
  join member m on m.owner_id = ${owner} and m.person_id = ${standsThere} and m.kind = 'staff'
    and ${current('m', sql`n.on_date`)}`;

/**
 * When people are kept busy by duties, as a select of person_id, id (of the time of the rota), on_date, starts_at and
 * ends_at ('08:50'). What it is stays unsaid.
 */
export const onDutyIn = (owner: string, days: Days): RawBuilder<unknown> => sql`
  select d.person_id, d.slot_id as id, d.on_date, d.starts_at, d.ends_at
  from (${dutiesSelect(owner, days)}) d where d.keeps_busy`;

/** What is needed on these days; of one rota where it is given. */
export const needsList = (owner: string, days: Days, rotaId?: Day): List<Need> =>
  list<Need>(sql`
    select n.slot_id as "slotId", n.rota_id as "rotaId", n.name, n.place, n.on_date as "on", n.starts_at as "from",
      n.ends_at as "until", n.needed
    from (${slotDays(owner, days)}) n ${rotaId === undefined ? sql`` : sql`where n.rota_id = ${rotaId}::uuid`}
    order by n.on_date, n.starts_at, n.ends_at, n.name, n.slot_id limit 2000`);

/** Who is on duty on these days. */
export const dutiesList = (owner: string, days: Days, which: RawBuilder<unknown> = sql`true`): List<Duty> =>
  list<Duty>(sql`
    select d.slot_id as "slotId", d.stand_id as "standId", d.on_date as "on", d.person_id as "personId", p.name as person,
      d.usual_id as "usualId", u.name as usual, d.swap_id as "swapId"
    from (${dutiesSelect(owner, days)}) d
    join person p on p.id = d.person_id join person u on u.id = d.usual_id
    where ${which}
    order by d.on_date, d.starts_at, p.sort_name, p.id limit 4000`);

/** The term that a day is in; where none is written down, the thirteen weeks before it. */
export const termOf = (
  owner: string,
  day: Day,
): { from: RawBuilder<unknown>; until: RawBuilder<unknown> } => {
  const edge = (column: string, pick: string, or: RawBuilder<unknown>) =>
    sql`(select coalesce(${sql.raw(pick)}(t.${sql.ref(column)}), ${or}) from term t
      where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
        and ${day}::date between t.starts_on and t.ends_on)`;
  return {
    from: edge('starts_on', 'min', sql`${day}::date - 91`),
    until: edge('ends_on', 'max', sql`${day}::date`),
  };
};
