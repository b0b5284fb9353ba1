import { sql } from 'kysely';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { insertLessons, selectLessons } from '../lessons/lesson.queries.ts';
import { letterOf } from '../timetabled-days.ts';
import type { ShapedTimetable, Timetable } from '../timetable.ts';
import { insertPeriods, insertTimetable } from './insert-timetable.ts';

/**
 * Copies a version with its days and lessons as a draft that holds from another day on, and records it. Lessons of
 * classes that will be no more (`without`) are left out. Answers the draft's id.
 */
export async function copyVersion(
  change: Change,
  original: ShapedTimetable,
  {
    name,
    from,
    until,
    without = [],
  }: { name: string; from: string; until: string | null; without?: readonly string[] },
): Promise<string> {
  const { tx, organisationId, now, who } = change;
  const id = await insertTimetable(
    tx,
    organisationId,
    {
      name,
      weeks: original.weeks,
      startsOn: from,
      endsOn: until,
      firstWeek: await letterOn(change, original, from),
      periods: [],
    },
    who.personId,
    now,
  );
  const { periods } = original;
  const ids = await insertPeriods(tx, organisationId, id, periods, now);
  const copyOf = new Map(periods.map((period, index) => [period.id, ids[index]!]));
  const lessons = await selectLessons(tx, organisationId, original.id);
  await insertLessons(
    tx,
    organisationId,
    id,
    lessons
      .filter(({ unitId }) => !without.includes(unitId))
      .map((lesson) => ({ ...lesson, id: newId(now), periodId: copyOf.get(lesson.periodId)! })),
    { now, batchId: null },
  );
  await change.record({ kind: 'timetable.copied', itemId: id, body: { of: original.id, from } });
  return id;
}

/** The cycle goes on as if nothing had changed: the week that `day` is in by the timetable copied. */
async function letterOn(
  { tx, organisationId }: Change,
  { id, weeks, firstWeek }: Timetable,
  day: string,
): Promise<'A' | 'B'> {
  if (weeks === 1) return firstWeek;
  const { rows } = await sql<{ letter: 'A' | 'B' }>`
    select ${letterOf(organisationId, 'x', sql`${day}::date`)} as letter
    from timetable x where x.owner_id = ${organisationId} and x.id = ${id}`.execute(tx);
  return rows[0]!.letter;
}
