import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { toldAbout } from '#features/people/index.ts';
import type { Sort } from '../attendance.ts';
import { readsPupil } from '../attendance.access.ts';
import { formName, isUnexplained } from '../marked-sessions.ts';
import { phonesOf } from '#features/contacts/index.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';

/**
 * Where a pupil stands today:
 *   unknown    marked away without a reason, or not marked where the others of the class are, and nobody has said why
 *   told       away, and somebody has said why
 *   here       marked as here by the latest register of the day, after all
 */
export type Standing = 'unknown' | 'told' | 'here';

export interface MissingPupil {
  id: string;
  name: string;
  form: string | null;
  standing: Standing;
  /** What the register says; null where it says nothing of this pupil. */
  mark: string | null;
  /** The registers it is about: 'am', 'pm'. */
  sessions: string[];
  /** When the family was told today; null where it was not. */
  toldAt: Date | null;
}

/** Somebody said that this pupil is away, and the latest register says "here". */
export interface Contradicted {
  id: string;
  name: string;
  form: string | null;
  sort: Sort;
}

export interface Carer {
  pupilId: string;
  adultId: string;
  name: string;
  calledIn: number | null;
  numbers: string[];
  /** Staff are asked to talk to the office first. Nothing else is said here. */
  askOffice: boolean;
}

export interface Try {
  id: string;
  pupilId: string;
  how: 'call' | 'mail' | 'text' | 'visit' | 'other';
  adult: string | null;
  outcome: string;
  triedBy: string;
  triedAt: Date;
}

type Day = string | Expression<unknown>;

/** When the register under `alias` begins, as a time; where no period says so, by its half of the day. */
const beginsAt = (alias: string) => sql`coalesce(${sql.ref(`${alias}.starts_at`)},
  case ${sql.ref(`${alias}.session`)} when 'pm' then time '13:00' else time '08:30' end)`;

/** The half of the day of the register under `alias`: that of the law, or of a lesson by when it begins. */
const halfOf = (alias: string) =>
  sql`coalesce(${sql.ref(`${alias}.session`)}, case when ${beginsAt(alias)} < time '12:00' then 'am' else 'pm' end)`;

/** The marks of one day that say "away" without why, and the pupils whom a register of the law leaves out. */
const unknownToday = (owner: string, today: Day) => sql`
  select m.pupil_id, ${halfOf('r')} as session, c.symbol || ' ' || c.name as mark, m.marked_at as at, ${beginsAt('r')} as begins
  from register r
  join register_mark m on m.owner_id = ${owner} and m.register_id = r.id
  join attendance_code c on c.owner_id = ${owner} and c.id = m.code_id
  where r.owner_id = ${owner} and r.on_date = ${today} and ${isUnexplained('c')}
  union all
  select s.person_id, r.session, null, r.taken_at, ${beginsAt('r')}
  from register r
  join membership s on s.owner_id = ${owner} and s.unit_id = r.unit_id and s.part = 'pupil' and ${current('s', today)}
  join member h on h.owner_id = ${owner} and h.person_id = s.person_id and h.kind = 'pupil' and ${current('h', today)}
  where r.owner_id = ${owner} and r.on_date = ${today} and r.session is not null and r.taken_by is not null
    and not exists (select 1 from register g join register_mark k on k.owner_id = ${owner} and k.register_id = g.id
      where g.owner_id = ${owner} and g.on_date = ${today} and g.session = r.session and k.pupil_id = s.person_id)`;

/** The latest mark of a pupil on a day, over all registers: category, begins, at. Of two that begin at once, the one marked last. */
const latestMark = (owner: string, today: Day, pupil: ReturnType<typeof sql>) => sql`
  select e.category, ${beginsAt('g')} as begins, k.marked_at as at
  from register g
  join register_mark k on k.owner_id = ${owner} and k.register_id = g.id and k.pupil_id = ${pupil}
  join attendance_code e on e.owner_id = ${owner} and e.id = k.code_id
  where g.owner_id = ${owner} and g.on_date = ${today}
  order by 2 desc, 3 desc limit 1`;

/**
 * Each pupil of whom the registers of a day do not say where they are, or of whom the family was told that they do not:
 * a select of id, name, form, standing, mark, sessions, told_at. The latest register decides whether somebody is here;
 * one of earlier in the day that arrives late says nothing. Whoever was here in the morning and is missed in a lesson
 * is among them.
 */
export const missingOn = (owner: string, today: Day) => sql`
  select p.id, p.name, ${formName(owner, sql`p.id`, today)} as form, hm.sort_name,
    case when l.category in ('present', 'approved') and (u.pupil_id is null or (l.begins, l.at) > (u.begins, u.at)) then 'here'
      when u.pupil_id is null or not exists (select 1 from unnest(u.sessions) as each(session) where not exists (
        select 1 from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = p.id and a.taken_back_at is null
          and ${today} between a.from_on and a.until_on and a.part in ('day', each.session))) then 'told'
      else 'unknown' end as standing,
    u.mark, coalesce(u.sessions, '{}') as sessions, b.told_at as "toldAt"
  from (select x.pupil_id, array_agg(distinct x.session order by x.session) as sessions, max(x.mark) as mark,
      max(x.at) as at, max(x.begins) as begins
    from (${unknownToday(owner, today)}) x group by x.pupil_id) u
  full join (select f.pupil_id, f.told_at from absence_telling f
    where f.owner_id = ${owner} and f.on_date = ${today}) b on b.pupil_id = u.pupil_id
  join person p on p.id = coalesce(u.pupil_id, b.pupil_id)
  join member hm on hm.owner_id = ${owner} and hm.person_id = p.id
  left join lateral (${latestMark(owner, today, sql`p.id`)}) l on true`;

const ask = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  const readable = sql`${readsPupil(who, sql`x.id`, today)}`;
  return {
    settings: settingsList(owner),
    pupils: list<MissingPupil>(
      sql`select x.id, x.name, x.form, x.standing, x.mark, x.sessions, x."toldAt"
        from (${missingOn(owner, today)}) x where ${readable}
        order by x.form nulls last, x.sort_name, x.id limit 500`,
      { toldAt: 'moment' },
    ),
    contradicted:
      list<Contradicted>(sql`select distinct p.id, p.name, ${formName(owner, sql`p.id`, today)} as form, a.sort
      from pupil_absence a join person p on p.id = a.pupil_id
      join lateral (${latestMark(owner, today, sql`p.id`)}) l on l.category = 'present'
        and (a.part = 'day' or (a.part = 'am') = (l.begins < time '12:00'))
      where a.owner_id = ${owner} and a.taken_back_at is null and ${today} between a.from_on and a.until_on
        and (a.sort <> 'leave' or a.decision = 'agreed') and ${readsPupil(who, sql`p.id`, today)}
      order by p.name, p.id limit 500`),
    carers:
      list<Carer>(sql`select f.pupil_id as "pupilId", f.adult_id as "adultId", a.name, f.called_in as "calledIn",
        f.restriction is not null as "askOffice",
        array(select n.number from ${phonesOf(owner)} n where n.person_id = f.adult_id order by n.position) as numbers
      from (${missingOn(owner, today)}) x
      join ${toldAbout(owner, 'attendance', today)} t on t.pupil_id = x.id
      join family_relation f on f.owner_id = ${owner} and f.adult_id = t.adult_id and f.pupil_id = t.pupil_id
      join person a on a.id = f.adult_id
      where ${readable} and not f.not_called
      order by f.called_in nulls last, a.sort_name, a.id limit 2000`),
    tries: list<Try>(
      sql`select y.id, y.pupil_id as "pupilId", y.how, a.name as adult, y.outcome, w.name as "triedBy", y.tried_at as "triedAt"
        from absence_try y join person w on w.id = y.tried_by left join person a on a.id = y.adult_id
        where y.owner_id = ${owner} and y.on_date = ${today} and y.ended_at is null
          and ${readsPupil(who, sql`y.pupil_id`, today)}
        order by y.tried_at, y.id limit 2000`,
      { triedAt: 'moment' },
    ),
    registers: list<{ taken: number }>(sql`select count(*)::int as taken from register r
      where r.owner_id = ${owner} and r.on_date = ${today} and r.session is not null and r.taken_by is not null`),
  };
});

/** The list of the morning: who is not accounted for, whom to call, and what was tried. */
export async function selectFirstDay(db: Db, who: Who, today: string) {
  const { settings, pupils, contradicted, carers, tries, registers } = await ask(db, who, { today });
  return {
    settings: settings[0] ?? usualSettings,
    pupils,
    contradicted,
    carers,
    tries,
    taken: registers[0]!.taken,
  };
}

export type FirstDay = Awaited<ReturnType<typeof selectFirstDay>>;
