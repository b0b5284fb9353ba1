import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';

interface Taught {
  owner: string;
  timetable: string;
  /** The classes, and as many who teach, each in the order in which lessons go round. */
  units: readonly string[];
  teachers: readonly string[];
}

/** One teacher in so many is ill. */
const everyNth = 12;

/**
 * Gives every class a lesson in each period of the week, with a different teacher in each, so that nobody is in two
 * places; and lets some of the teachers be ill on the day.
 */
export async function seedLessons(db: Db, taught: Taught, day: string, at: Date): Promise<void> {
  const { owner, timetable, units, teachers } = taught;
  const periods = await db
    .selectFrom('period')
    .select('id')
    .where('owner_id', '=', owner)
    .where('timetable_id', '=', timetable)
    .where('kind', '=', 'lesson')
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute();
  const lessons = periods.flatMap(({ id: period }, slot) =>
    units.map((unit, n) => ({
      id: idFrom(`lesson ${slot} of ${unit}`),
      period,
      unit,
      teacher: teachers[(n + slot) % teachers.length]!,
    })),
  );
  const json = JSON.stringify(lessons);
  const rows = sql`json_to_recordset(${json}::json) x (id uuid, period uuid, unit uuid, teacher uuid)`;
  await sql`insert into timetabled_lesson (owner_id, id, timetable_id, period_id, week, unit_id, subject, version, created_at)
    select ${owner}, x.id, ${timetable}, x.period, 'both', x.unit, 'English', 1, ${at}::timestamptz from ${rows}`.execute(
    db,
  );
  await sql`insert into timetabled_teacher (owner_id, lesson_id, person_id, part)
    select ${owner}, x.id, x.teacher, 'teacher' from ${rows}`.execute(db);
  for (const person of teachers.filter((_, n) => n % everyNth === 0))
    await db
      .insertInto('staff_absence')
      .values({
        owner_id: owner,
        id: idFrom(`absence of ${person}`),
        person_id: person,
        from_on: day,
        until_on: day,
        kind: 'ill',
        words: '',
        shown: false,
        said_by: person,
        said_at: at,
        version: 1,
        changed_at: at,
      })
      .execute();
}
