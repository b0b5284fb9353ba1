import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { timetabledDays } from '#features/timetable/index.ts';
import { readsWhy } from './cover.access.ts';
import type { AbsenceKind, Away, Gap } from './cover.ts';
import { gapsSelect } from './gaps.ts';
import type { Busy, Colleague } from './suggest.ts';
import { notToAskSelect } from './taken-up.ts';

type Day = string | Expression<unknown>;

/** Somebody who is away on a day; why, where the reader may know. */
export interface AwayPerson extends Away {
  id: string;
  personId: string;
  name: string;
  kind: AbsenceKind | null;
  words: string | null;
}

export const awayList = (who: Who, day: Day): List<AwayPerson> =>
  list<AwayPerson>(sql`
    select a.id, a.person_id as "personId", p.name, a.from_on as "fromOn", a.until_on as "untilOn",
      to_char(a.from_time, 'HH24:MI') as "fromTime", to_char(a.until_time, 'HH24:MI') as "untilTime",
      case when ${readsWhy(who, 'a')} then a.kind end as kind,
      case when ${readsWhy(who, 'a')} then a.words end as words
    from staff_absence a join person p on p.id = a.person_id
    left join member m on m.owner_id = ${who.organisationId} and m.person_id = a.person_id
    where a.owner_id = ${who.organisationId} and a.ended_at is null and ${day} between a.from_on and a.until_on
    order by m.sort_name, p.id, a.from_time nulls first`);

/** The columns of a `Gap` from the rows of `gapsSelect` under `g`, and what they are joined with. */
const gapColumns = (
  owner: string,
): RawBuilder<unknown> => sql`g.absence_id as "absenceId", g.person_id as "personId",
  n.name, g.on_date as "on", g.period_id as "periodId", g.period, g.starts_at as "startsAt", g.ends_at as "endsAt",
  g.unit_id as "unitId", u.name as unit, g.subject, g.room,
  array(select o.name from timetabled_teacher y join person o on o.id = y.person_id
    where y.owner_id = ${owner} and y.lesson_id = g.lesson_id and y.part = 'teacher' and y.person_id <> g.person_id
    order by o.sort_name) as others,
  coalesce((select k.text from cover_work k where k.owner_id = ${owner} and k.person_id = g.person_id
    and k.on_date = g.on_date and k.unit_id = g.unit_id and k.starts_at = g.starts_at::time), '') as work,
  (select json_build_object('id', c.id, 'how', c.how, 'coveredBy', c.covered_by, 'name', b.name, 'words', c.words,
      'accepted', c.accepted_at is not null)
    from cover c left join person b on b.id = c.covered_by
    where c.owner_id = ${owner} and c.person_id = g.person_id and c.on_date = g.on_date and c.unit_id = g.unit_id
      and c.starts_at = g.starts_at::time and c.ended_at is null) as arranged`;

/** The classes of these days whose teacher is away, in order of time. */
export const gapsList = (
  owner: string,
  days: { from: Day; until: Day },
  which?: RawBuilder<unknown>,
  most = 400,
): List<Gap> =>
  list<Gap>(sql`
    select distinct on (g.on_date, g.starts_at, u.sort_name, g.unit_id, g.person_id) ${gapColumns(owner)}
    from (${gapsSelect(owner, days, which)}) g
    join person n on n.id = g.person_id
    join unit u on u.owner_id = ${owner} and u.id = g.unit_id
    order by g.on_date, g.starts_at, u.sort_name, g.unit_id, g.person_id limit ${most}`);

/** The term that a day is in; where none is written down, the thirteen weeks around it. */
export const termOf = (owner: string, day: Day): RawBuilder<unknown> => sql`(
  select coalesce(min(t.starts_on), ${day}::date - 91) as starts_on, coalesce(max(t.ends_on), ${day}::date) as ends_on
  from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
    and ${day} between t.starts_on and t.ends_on)`;

/** Everybody on the staff on a day, as far as it matters for asking them to cover. */
export const colleaguesList = (owner: string, day: Day): List<Colleague> =>
  list<Colleague>(sql`
    with taught as materialized (${timetabledDays(owner, { from: day as Expression<unknown>, until: day as Expression<unknown> })}),
    lessons as materialized (select y.person_id, array_agg(distinct l.unit_id) as units,
        coalesce(array_agg(distinct lower(l.subject)) filter (where l.subject <> ''), '{}') as subjects
      from taught d join timetabled_lesson l on l.owner_id = ${owner} and l.timetable_id = d.timetable_id
        and l.ended_at is null
      join timetabled_teacher y on y.owner_id = ${owner} and y.lesson_id = l.id and y.part = 'teacher'
      group by y.person_id),
    units as materialized (select b.person_id, array_agg(distinct b.unit_id) as units,
        bool_or(b.part = 'teacher') as teaches
      from membership b
      join unit u on u.owner_id = ${owner} and u.id = b.unit_id and u.kind in ('class', 'form') and u.ended_at is null
      where b.owner_id = ${owner} and b.part in ('teacher', 'assistant') and ${current('b', day)}
      group by b.person_id),
    covers as materialized (select c.covered_by, count(*)::int as n from cover c
      join ${termOf(owner, day)} t on c.on_date between t.starts_on and t.ends_on
      where c.owner_id = ${owner} and c.how = 'colleague' and c.ended_at is null group by c.covered_by)
    select m.person_id as "personId", p.name, w.days, coalesce(w.note, '') <> '' as "oddWeeks",
      coalesce(s.asked, 'usual') as asked,
      case when l.person_id is not null or v.teaches then 'teacher' when v.person_id is not null then 'assistant' end
        as teaches,
      coalesce(l.units, '{}') || coalesce(v.units, '{}') as units, coalesce(l.subjects, '{}') as subjects,
      coalesce(c.n, 0) as covered
    from member m join person p on p.id = m.person_id
    left join working_pattern w on w.owner_id = ${owner} and w.person_id = m.person_id
    left join cover_person s on s.owner_id = ${owner} and s.person_id = m.person_id
    left join lessons l on l.person_id = m.person_id
    left join units v on v.person_id = m.person_id
    left join covers c on c.covered_by = m.person_id
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', day)}
    order by m.sort_name, p.id`);

/** When anybody on the staff is not to be asked, on one day. */
export const busyList = (owner: string, day: Day): List<Busy> =>
  list<Busy>(sql`
    select e.person_id as "personId", e.starts_at as "startsAt", e.minutes, e.why
    from (${notToAskSelect(
      owner,
      sql`(select m.person_id from member m where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', day)})`,
      { from: day as Expression<unknown>, until: day as Expression<unknown> },
    )}) e`);
