import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { coveringLessons } from '#features/cover/index.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { beginsAt, expectedOn } from '../expected.ts';
import { schoolDayBefore } from '../school-days.ts';

/** A register of a day that was expected. Times as '08:50'. */
export interface ExpectedRegister {
  unitId: string;
  unit: string;
  slot: string;
  periodName: string;
  startsAt: string | null;
  endsAt: string | null;
  subject: string;
  /** When it begins, also where only the usual time is known. */
  begins: string;
  /** Whom to ask: those named for the day, otherwise of the lesson, otherwise those who teach the class. */
  ask: { id: string; name: string }[];
  total: number;
}

type Value = string | Expression<unknown>;

/**
 * Those to ask for a register of `alias`, as JSON of id and name: whoever takes the class today instead of somebody,
 * otherwise whom the timetable names, otherwise those who teach it.
 */
const whomToAsk = (owner: string, alias: string, on: Value): RawBuilder<unknown> => {
  const unit = sql.ref(`${alias}.unit_id`);
  return sql`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.sort_name), '[]'::json)
    from person p where p.id in (
      select y.person_id from (
        select x.person_id, x.rank, min(x.rank) over () as first from (
          select s.person_id, 1 as rank from register_stand_in s
            where s.owner_id = ${owner} and s.unit_id = ${unit} and s.on_date = ${on} and s.ended_at is null
          union all
          select v.person_id, 1 from (${coveringLessons(owner, { from: on, until: on })}) v
            where v.unit_id = ${unit} and (v.period_id is null or v.period_id::text = ${sql.ref(`${alias}.slot`)})
          union all
          select t.person_id, 2 from timetabled_teacher t
            join member m on m.owner_id = ${owner} and m.person_id = t.person_id and ${current('m', on)}
            where t.owner_id = ${owner} and t.lesson_id = ${sql.ref(`${alias}.lesson_id`)} and t.part = 'teacher'
          union all
          select z.person_id, 3 from membership z
            where z.owner_id = ${owner} and z.unit_id = ${unit} and z.part = 'teacher' and ${current('z', on)}) x
      ) y where y.rank = y.first))`;
};

/** The registers of a day that have begun by `by` ('09:15') and were not taken, in the order of the day. */
export const notTaken = (owner: string, on: Value, by: Value): RawBuilder<unknown> => sql`
  select u.id as "unitId", u.name as unit, e.slot, e.period_name as "periodName", to_char(e.starts_at, 'HH24:MI') as "startsAt",
    to_char(e.ends_at, 'HH24:MI') as "endsAt", e.subject, to_char(${beginsAt('e')}, 'HH24:MI') as begins,
    ${whomToAsk(owner, 'e', on)} as ask, count(*) over ()::int as total
  from (${expectedOn(owner, on)}) e join unit u on u.owner_id = ${owner} and u.id = e.unit_id
  where ${beginsAt('e')} <= ${by}::time
    and exists (select 1 from membership b where b.owner_id = ${owner} and b.unit_id = u.id and b.part = 'pupil' and ${current('b', on)})
    and not exists (select 1 from register r where r.owner_id = ${owner} and r.on_date = ${on} and r.unit_id = e.unit_id
      and r.slot = e.slot and r.taken_at is not null)
  order by ${beginsAt('e')}, e.slot, u.sort_name, u.id limit 500`;

interface Asked {
  on: string;
  by: string;
}

const ask = composed((who, { on, by }: Given<Asked>) => ({
  missing: list<ExpectedRegister>(notTaken(who.organisationId, on, by)),
  taken: list<{ taken: number }>(sql`select count(*)::int as taken from register r
    where r.owner_id = ${who.organisationId} and r.on_date = ${on} and r.taken_at is not null`),
  before: list<{ day: string | null }>(sql`select ${schoolDayBefore(who.organisationId, on)} as day`),
}));

export async function selectMissing(db: Db, who: Who, asked: Asked) {
  const { missing, taken, before } = await ask(db, who, asked);
  return { missing, taken: taken[0]!.taken, before: before[0]!.day };
}
