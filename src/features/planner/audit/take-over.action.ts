import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id as idInput } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import { type SchoolYear, weekNumber } from '../school-year.ts';
import { auditPage } from './audit.page.ts';
import { type CyclePoint, lineHref, strands } from './audit.ts';
import { auditOf, mostLines } from './audit.queries.ts';
import { insertLine } from './line.queries.ts';
import { openAudit } from './open-audit.ts';

/** More steps than this on two strands would say no more. */
const mostSteps = 100;

/**
 * Makes a line of a programme: its specialist and peer steps of this year, in the weeks in which they stand. The line
 * goes on by itself; what changes in the programme later does not change it.
 */
export const takeOver = action('/school/cycle-audit/:year/take-over', {
  purpose: 'learning',
  access: auditPolicy,
  page: auditPage,
  input: z.object({ programme: idInput('Choose a programme.') }),
  async run(change, { programme: programmeId }) {
    const { year, lines, programmes } = await openAudit(change, 'write');
    const programme = programmes.find(({ id }) => id === programmeId);
    if (!programme) throw new NotFound('There is no programme of yours at this address.');
    if (lines.some((line) => line.programmeId === programmeId))
      throw new Refused(t('This programme has a line in this year already.'));
    if (lines.length >= mostLines)
      throw new Refused(t('There are {n} lines already. Take one away first.', { n: mostLines }));
    const audit = await auditOf(change, year.year);
    const id = newId(change.now);
    await insertLine(change, audit, {
      id,
      lineageId: id,
      programmeId,
      text: {
        kind: 'programme',
        title: programme.title,
        specialist: '',
        peer: '',
        keep: '',
        change: '',
        criteria: {},
      },
    });
    const placed = await placeSteps(change, { lineId: id, programmeId, year });
    await change.record({
      kind: 'cycle-line.taken-over',
      itemId: audit.id,
      body: { lineId: id, programmeId, placed },
    });
    return see(
      lineHref(year.year, { id }),
      placed > 0
        ? t('Taken over, with its specialist and peer steps. Now say what in it does what.')
        : t('Taken over. It has no specialist or peer steps in this year yet.'),
    );
  },
});

async function placeSteps(
  { tx, organisationId: ownerId, now }: Change,
  { lineId, programmeId, year }: { lineId: string; programmeId: string; year: SchoolYear },
): Promise<number> {
  const steps = await tx
    .selectFrom('programme_step')
    .select(['strand', 'title', 'on_date as on'])
    .where('owner_id', '=', ownerId)
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .where('strand', 'in', [...strands])
    .where('on_date', '>=', year.from)
    .where('on_date', '<=', year.until)
    .orderBy('on_date')
    .orderBy('number')
    .limit(mostSteps)
    .execute();
  const points = steps.map(({ strand, title, on }): Omit<CyclePoint, 'id'> => {
    const week = weekNumber(year, on) ?? weekWithoutDates(year, on);
    return { strand: strand as CyclePoint['strand'], fromWeek: week, untilWeek: week, words: title };
  });
  if (points.length > 0)
    await tx
      .insertInto('cycle_point')
      .values(
        points.map(({ strand, fromWeek, untilWeek, words }) => ({
          owner_id: ownerId,
          id: newId(now),
          line_id: lineId,
          strand,
          from_week: fromWeek,
          until_week: untilWeek,
          words: words.slice(0, 200),
          created_at: now,
        })),
      )
      .execute();
  return points.length;
}

/** Where no terms are written down: the week that is as far into the plain year as the day is into the calendar's. */
function weekWithoutDates({ from, until, weeks }: SchoolYear, day: string): number {
  const span = Date.parse(until) - Date.parse(from);
  const share = span > 0 ? (Date.parse(day) - Date.parse(from)) / span : 0;
  return Math.min(weeks, Math.max(1, Math.floor(share * weeks) + 1));
}
