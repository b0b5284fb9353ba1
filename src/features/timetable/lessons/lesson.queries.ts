import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import type { CycleWeek } from '../timetable.ts';

export interface LessonPerson {
  personId: string;
  name: string;
  part: 'teacher' | 'support';
}

export interface Lesson {
  id: string;
  periodId: string;
  week: CycleWeek;
  unitId: string;
  unit: string;
  subject: string;
  roomId: string | null;
  room: string | null;
  version: number;
  endedAt: Date | null;
  people: LessonPerson[];
}

export type NewLesson = Pick<Lesson, 'id' | 'periodId' | 'week' | 'unitId' | 'subject' | 'roomId'> & {
  people: readonly Pick<LessonPerson, 'personId' | 'part'>[];
};

/** What narrows a list of lessons. */
export type LessonsOf = { unit: string } | { person: string } | { room: string } | { lesson: string };

/** The lessons of a version in order of class, or some of them; those taken out only where one is asked for. */
export async function selectLessons(
  db: Db,
  owner: string,
  timetableId: string,
  of?: LessonsOf,
): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    select l.id, l.period_id as "periodId", l.week, l.unit_id as "unitId", u.name as unit, l.subject,
      l.room_id as "roomId", r.name as room, l.version, l.ended_at as "endedAt",
      coalesce((select json_agg(json_build_object('personId', x.person_id, 'name', p.name, 'part', x.part)
          order by x.part desc, p.sort_name, p.id)
        from timetabled_teacher x join person p on p.id = x.person_id
        where x.owner_id = ${owner} and x.lesson_id = l.id), '[]'::json) as people
    from timetabled_lesson l join unit u on u.owner_id = l.owner_id and u.id = l.unit_id
    left join room r on r.owner_id = l.owner_id and r.id = l.room_id
    where l.owner_id = ${owner} and l.timetable_id = ${timetableId}
      and ${of && 'lesson' in of ? sql`true` : sql`l.ended_at is null`} and ${narrow(owner, of)}
    order by u.sort_name, l.week, l.subject, l.id`.execute(db);
  return rows;
}

function narrow(owner: string, of: LessonsOf | undefined): RawBuilder<unknown> {
  if (!of) return sql`true`;
  const [id] = Object.values(of) as [string];
  if (!isId(id)) return sql`false`;
  if ('unit' in of) return sql`l.unit_id = ${id}`;
  if ('room' in of) return sql`l.room_id = ${id}`;
  if ('lesson' in of) return sql`l.id = ${id}`;
  return sql`exists (select 1 from timetabled_teacher y where y.owner_id = ${owner} and y.lesson_id = l.id
    and y.person_id = ${id})`;
}

/** So many rows are written in one statement. */
const most = 1000;

export async function insertLessons(
  tx: Db,
  owner: string,
  timetableId: string,
  lessons: readonly NewLesson[],
  { now, batchId }: { now: Date; batchId: string | null },
): Promise<void> {
  for (let from = 0; from < lessons.length; from += most) {
    const some = lessons.slice(from, from + most);
    await tx
      .insertInto('timetabled_lesson')
      .values(
        some.map((lesson) => ({
          owner_id: owner,
          id: lesson.id,
          timetable_id: timetableId,
          period_id: lesson.periodId,
          week: lesson.week,
          unit_id: lesson.unitId,
          subject: lesson.subject,
          room_id: lesson.roomId,
          version: 1,
          batch_id: batchId,
          created_at: now,
          ended_at: null,
          ended_by_batch: null,
        })),
      )
      .execute();
    await insertPeople(tx, owner, some);
  }
}

/** Writes who teaches and supports lessons that have nobody yet. */
async function insertPeople(
  tx: Db,
  owner: string,
  lessons: readonly Pick<NewLesson, 'id' | 'people'>[],
): Promise<void> {
  const rows = lessons.flatMap(({ id, people }) =>
    people.map(({ personId, part }) => ({ owner_id: owner, lesson_id: id, person_id: personId, part })),
  );
  if (rows.length > 0) await tx.insertInto('timetabled_teacher').values(rows).execute();
}

/** Saves over the version that was shown; false when that is not the current one any more. */
export async function updateLesson(
  tx: Db,
  owner: string,
  lesson: NewLesson,
  shown: number,
): Promise<boolean> {
  const saved = await tx
    .updateTable('timetabled_lesson')
    .set({
      period_id: lesson.periodId,
      week: lesson.week,
      subject: lesson.subject,
      room_id: lesson.roomId,
      version: shown + 1,
    })
    .where('owner_id', '=', owner)
    .where('id', '=', lesson.id)
    .where('version', '=', shown)
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await tx
    .deleteFrom('timetabled_teacher')
    .where('owner_id', '=', owner)
    .where('lesson_id', '=', lesson.id)
    .execute();
  await insertPeople(tx, owner, [lesson]);
  return true;
}

export const setLessonEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('timetabled_lesson')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
