import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate, type DateSpan, isWeekend, weekday } from '#platform/calendar/dates.ts';
import { addTeachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { Db } from '#platform/db/database.ts';
import { usualDays, weekdays } from '#features/people/index.ts';

/** When a school teaches, and on which weekdays this person does; from 1 for Monday. */
export interface TeachingDays {
  terms: readonly DateSpan[];
  closures: readonly DateSpan[];
  worksOn: readonly number[];
}

/** How far a day is moved at most: over a weekend, a holiday, the days on which somebody does not work. */
const nearBy = 60;

/**
 * The day on which a step tried on `triedOn` is looked at again: so many days of teaching time later, holidays left
 * out, on the same weekday, or the next one on which this person works. Where the terms do not reach so far, days are
 * counted.
 */
export function revisitDay(triedOn: CalendarDate, days: number, when: TeachingDays): CalendarDate {
  const { terms, closures, worksOn } = when;
  const weeks = Math.max(1, Math.round(days / 7));
  const there = addTeachingWeeks(triedOn, weeks, terms, closures) ?? addDays(triedOn, 7 * weeks);
  const works = (day: CalendarDate): boolean =>
    !isWeekend(day) &&
    (worksOn.length === 0 || worksOn.includes(weekday(day))) &&
    (terms.every(({ endsOn }) => day > endsOn) || isOpen(day, when));
  for (let ahead = 0; ahead <= nearBy; ahead++) {
    const day = addDays(there, ahead);
    if (works(day)) return day;
  }
  return there;
}

const isOpen = (day: CalendarDate, { terms, closures }: TeachingDays): boolean =>
  terms.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) &&
  !closures.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

const spans = (rows: RawBuilder<unknown>): RawBuilder<DateSpan[]> => sql`
  coalesce((select json_agg(json_build_object('startsOn', d.starts_on, 'endsOn', d.ends_on)) from ${rows} d), '[]'::json)`;

/** A school's terms and closures and the weekdays on which one of its people works, in one statement. */
export async function selectTeachingDays(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<TeachingDays> {
  const { rows } = await sql<Omit<TeachingDays, 'worksOn'> & { worksOn: string[] | null }>`
    select ${spans(sql`(select t.starts_on, t.ends_on from term t
        where t.owner_id = ${organisationId} and t.kind = 'term' and t.ended_at is null)`)} as terms,
      ${spans(sql`(select c.starts_on, c.ends_on from closure c
        where c.owner_id = ${organisationId} and c.ended_at is null)`)} as closures,
      (select m.working_days from member m
        where m.owner_id = ${organisationId} and m.person_id = ${personId}) as "worksOn"`.execute(db);
  const { terms, closures, worksOn } = rows[0]!;
  const names: readonly string[] = worksOn ?? usualDays.map(({ day }) => day);
  const numbers = weekdays.flatMap((day, index) => (names.includes(day) ? [index + 1] : []));
  return { terms, closures, worksOn: numbers };
}
