import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { letterOf } from '../timetabled-days.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { insertLessons, selectLessons } from '../lessons/lesson.queries.ts';
import { type Timetable, timetableHref, timetablesPath } from '../timetable.ts';
import { insertPeriods, insertTimetable } from './insert-timetable.ts';
import { mustBeInOrder, timetableInputs } from './timetable-input.ts';
import { timetableOf, timetablePage } from './timetable.page.ts';

/** Copies a version with its days and lessons, to hold from another day. */
export const copyTimetable = action(`${timetablesPath}/:timetable/copy`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: timetablePage,
  input: z.object({ name: timetableInputs.name, from: timetableInputs.from, until: timetableInputs.until }),
  async run(change, input) {
    mustBeInOrder(input);
    const { tx, organisationId, now, who } = change;
    const original = await timetableOf(change);
    const firstWeek = await letterOn(change, original, input.from);
    const id = await insertTimetable(
      tx,
      organisationId,
      {
        name: input.name,
        weeks: original.weeks,
        startsOn: input.from,
        endsOn: input.until,
        firstWeek,
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
      lessons.map((lesson) => ({ ...lesson, id: newId(now), periodId: copyOf.get(lesson.periodId)! })),
      { now, batchId: null },
    );
    await change.record({
      kind: 'timetable.copied',
      itemId: id,
      body: { of: original.id, from: input.from },
    });
    return see(
      timetableHref(id),
      t('{name} is made, as a draft.', { name: input.name }),
      `${timetableHref(id)}/end`,
    );
  },
});

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
