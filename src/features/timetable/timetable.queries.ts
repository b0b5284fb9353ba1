import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { ShapedTimetable, Timetable } from './timetable.ts';

const columns = sql`t.id, t.name, t.weeks, t.starts_on as "startsOn", t.ends_on as "endsOn",
  t.first_week as "firstWeek", t.published_at as "publishedAt", t.version, t.ended_at as "endedAt"`;

/** All versions, the newest first; those taken away among them, for bringing back. */
export async function selectTimetables(db: Db, owner: string): Promise<Timetable[]> {
  const { rows } = await sql<Timetable>`select ${columns} from timetable t where t.owner_id = ${owner}
    order by t.starts_on desc, t.created_at desc limit 100`.execute(db);
  return rows;
}

/** With its periods, in order of days, then of times. Throws `NotFound`. */
export async function selectTimetable(db: Db, owner: string, id: string): Promise<ShapedTimetable> {
  if (!isId(id)) throw new NotFound();
  const { rows } = await sql<ShapedTimetable>`select ${columns}, coalesce((
      select json_agg(json_build_object('id', p.id, 'weekday', p.weekday, 'position', p.position, 'name', p.name,
          'kind', p.kind, 'startsAt', to_char(p.starts_at, 'HH24:MI'), 'endsAt', to_char(p.ends_at, 'HH24:MI'),
          'takesRegister', p.takes_register)
        order by array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
          p.weekday), p.starts_at, p.position)
      from period p where p.owner_id = ${owner} and p.timetable_id = t.id and p.ended_at is null), '[]'::json) as periods
    from timetable t where t.owner_id = ${owner} and t.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/**
 * The version that is in force on a day, of those given: published, not ended, its days hold this one; of several the
 * one that began last, and of those the one made last: they come in that order. The same rule in SQL is `timetabledDays`.
 */
export const inForceOn = (timetables: readonly Timetable[], day: string): Timetable | undefined =>
  timetables
    .filter(
      ({ publishedAt, endedAt, startsOn, endsOn }) =>
        publishedAt !== null && endedAt === null && startsOn <= day && (endsOn === null || endsOn >= day),
    )
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0];

/** The version in force on a day; undefined for a school without one. */
export const selectInForce = async (db: Db, owner: string, day: string): Promise<Timetable | undefined> =>
  inForceOn(await selectTimetables(db, owner), day);
