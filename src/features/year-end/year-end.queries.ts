import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Place } from './plan-year-end.ts';
import type { ClassFate, YearEnd } from './year-end.ts';

const columns = sql`y.id, y.name, y.last_on as "lastOn", y.first_on as "firstOn", y.version,
  y.prepared_at as "preparedAt", y.begun_at as "begunAt", y.ended_at as "endedAt"`;

/** All that were begun here, the newest first. */
export async function selectYearEnds(db: Db, owner: string): Promise<YearEnd[]> {
  const { rows } = await sql<YearEnd>`select ${columns} from year_end y
    where y.owner_id = ${owner} order by y.created_at desc, y.id desc limit 30`.execute(db);
  return rows;
}

/** One of them. `locked` holds it until the change is written. Throws `NotFound`. */
export async function selectYearEnd(db: Db, owner: string, id: string, locked = false): Promise<YearEnd> {
  const { rows } = isId(id)
    ? await sql<YearEnd>`select ${columns} from year_end y where y.owner_id = ${owner} and y.id = ${id}
        ${locked ? sql`for update` : sql``}`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound('No end of a school year is at this address.');
  return rows[0];
}

/** A class or form of the old year. */
export interface ClassNow {
  id: string;
  name: string;
  subject: string | null;
  yearLabel: string | null;
  pupils: number;
  /** How many of its pupils something else was said of. */
  apart: number;
  /** What somebody chose; null for the suggestion. */
  fate: ClassFate | null;
  toUnitId: string | null;
  /** How many pupils of the school are in no class then, the same in every row: nothing becomes of them by itself. */
  unplaced: number;
}

const unplacedCount = (owner: string, day: string) => sql`select count(*)::int from member m
  where m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', day)}
    and not exists (select 1 from membership n join unit v on v.owner_id = ${owner} and v.id = n.unit_id
        and v.ended_at is null and v.kind in ('class', 'form')
      where n.owner_id = ${owner} and n.person_id = m.person_id and n.part = 'pupil' and ${current('n', day)})`;

/** The classes and forms of the school with how many pupils are in each on the last day of the old year, by name. */
export async function selectClasses(db: Db, owner: string, { id, lastOn }: YearEnd): Promise<ClassNow[]> {
  const { rows } = await sql<ClassNow>`
    select u.id, u.name, u.subject, u.year_label as "yearLabel",
      (select count(*)::int from membership s where s.owner_id = ${owner} and s.unit_id = u.id and s.part = 'pupil'
        and ${current('s', lastOn)}) as pupils,
      (select count(*)::int from year_end_pupil a where a.owner_id = ${owner} and a.year_end_id = ${id}
        and a.unit_id = u.id) as apart,
      c.fate, c.to_unit_id as "toUnitId", (${unplacedCount(owner, lastOn)}) as unplaced
    from unit u
    left join year_end_class c on c.owner_id = ${owner} and c.year_end_id = ${id} and c.unit_id = u.id
    where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('class', 'form')
    order by u.subject is not null, case when u.year_label ~* '^n' then -1 when u.year_label ~* '^(r|kg)' then 0
      else coalesce(substring(u.year_label from '\d+')::int, 99) end, u.sort_name, u.id limit 1000`.execute(
    db,
  );
  return rows;
}

/** Everybody's places in classes and forms on the last day of the old year; with a `unitId`, of that one alone. */
export async function selectPlaces(
  db: Db,
  owner: string,
  { id, lastOn }: YearEnd,
  unitId?: string,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select s.id as "membershipId", s.unit_id as "unitId", s.person_id as "personId", p.name, s.part,
      s.ends_on as "endsOn", m.year_label as "yearLabel", m.ends_on as "leavesOn", a.fate, a.to_unit_id as "toUnitId"
    from membership s
    join unit u on u.owner_id = ${owner} and u.id = s.unit_id and u.ended_at is null and u.kind in ('class', 'form')
    join person p on p.id = s.person_id
    join member m on m.owner_id = ${owner} and m.person_id = s.person_id and ${current('m', lastOn)}
    left join year_end_pupil a on a.owner_id = ${owner} and a.year_end_id = ${id} and a.unit_id = s.unit_id
      and a.pupil_id = s.person_id and s.part = 'pupil'
    where s.owner_id = ${owner} and ${current('s', lastOn)}
      and ${unitId === undefined ? sql`true` : sql`s.unit_id = ${unitId}`}
    order by m.sort_name, s.person_id, s.unit_id`.execute(db);
  return rows;
}

/** The school year that a day is in, and the first one that begins after it; undefined where none is written down. */
export async function selectYears(
  db: Db,
  owner: string,
  day: string,
): Promise<{ ending?: { endsOn: string }; next?: { name: string; startsOn: string } }> {
  const { rows } = await sql<{ name: string; startsOn: string; endsOn: string }>`
    select y.name, y.starts_on as "startsOn", y.ends_on as "endsOn" from term y
    where y.owner_id = ${owner} and y.kind = 'year' and y.ended_at is null and y.ends_on >= ${day}
    order by y.starts_on limit 2`.execute(db);
  const [first, second] = rows;
  return first && first.startsOn > day
    ? { next: first }
    : { ...(first && { ending: first }), ...(second && { next: second }) };
}
