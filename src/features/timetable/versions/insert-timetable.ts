import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Timetable } from '../timetable.ts';
import type { NewPeriod } from './models.ts';

export interface NewTimetable extends Pick<
  Timetable,
  'name' | 'weeks' | 'startsOn' | 'endsOn' | 'firstWeek'
> {
  periods: readonly NewPeriod[];
}

/** Writes a draft with the shape of its days. Answers its id. */
export async function insertTimetable(
  tx: Db,
  owner: string,
  { periods, ...timetable }: NewTimetable,
  by: string,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('timetable')
    .values({
      owner_id: owner,
      id,
      name: timetable.name,
      weeks: timetable.weeks,
      starts_on: timetable.startsOn,
      ends_on: timetable.endsOn,
      first_week: timetable.firstWeek,
      published_at: null,
      version: 1,
      made_by: by,
      created_at: now,
      ended_at: null,
    })
    .execute();
  await insertPeriods(tx, owner, id, periods, now);
  return id;
}

/** Writes periods; ids in the same order. */
export async function insertPeriods(
  tx: Db,
  owner: string,
  timetableId: string,
  periods: readonly NewPeriod[],
  now: Date,
): Promise<string[]> {
  const rows = periods.map((period) => ({
    owner_id: owner,
    id: newId(now),
    timetable_id: timetableId,
    weekday: period.weekday,
    position: period.position,
    name: period.name,
    kind: period.kind,
    starts_at: period.startsAt,
    ends_at: period.endsAt,
    takes_register: period.takesRegister,
    created_at: now,
    ended_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('period').values(rows).execute();
  return rows.map(({ id }) => id);
}
