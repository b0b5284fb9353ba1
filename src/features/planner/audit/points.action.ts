import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import type { SchoolYear } from '../school-year.ts';
import { lineHref, strands } from './audit.ts';
import { linePage } from './line.page.ts';
import { openLine } from './open-audit.ts';

const mostPoints = 120;

const input = z.object({
  strand: choice(strands, 'Say whether it is specialist input or peer support.'),
  words: line('Say in a few words what it is.'),
  term: optionalNumber(1, 12),
  from_week: optionalNumber(1, 60),
  until_week: optionalNumber(1, 60),
});

/** Places specialist input or peer support in weeks of the year, or in a term. */
export const addPoint = action('/school/cycle-audit/:year/lines/:line/points', {
  purpose: 'learning',
  access: auditPolicy,
  page: linePage,
  input,
  async run(change, sent) {
    const { line: of, year } = await openLine(change, 'write');
    if (of.points.length >= mostPoints)
      throw new Refused(t('There are {n} points already. Take one away first.', { n: mostPoints }));
    const id = newId(change.now);
    await change.tx
      .insertInto('cycle_point')
      .values({
        owner_id: change.organisationId,
        id,
        line_id: of.id,
        strand: sent.strand,
        ...weeksOf(sent, year),
        words: sent.words,
        created_at: change.now,
      })
      .execute();
    await change.record({ kind: 'cycle-point.added', body: { lineId: of.id, pointId: id } });
    return see(
      lineHref(year.year, of),
      t('It stands in the year.'),
      lineHref(year.year, of, `points/${id}/remove`),
    );
  },
});

/** The weeks that were meant. Throws `Refused` where none were, or they lie outside the year. */
function weeksOf(
  { term, from_week: from, until_week: until }: z.output<typeof input>,
  year: SchoolYear,
): { from_week: number; until_week: number } {
  const chosen = term === null ? undefined : year.terms[term - 1];
  if (chosen && from !== null)
    throw new Refused({ from_week: t('Choose a term or write a week, not both.') });
  if (chosen) return { from_week: chosen.fromWeek, until_week: chosen.untilWeek };
  if (from === null) throw new Refused({ from_week: t('Choose a term or write a week.') });
  const whole = (n: number) => Number.isInteger(n) && n >= 1 && n <= year.weeks;
  const wrong = t('Write a whole number from {min} to {max}.', { min: 1, max: year.weeks });
  if (!whole(from)) throw new Refused({ from_week: wrong });
  if (until === null) return { from_week: from, until_week: from };
  if (!whole(until)) throw new Refused({ until_week: wrong });
  if (until < from) throw new Refused({ until_week: t('This is before the week it begins in.') });
  return { from_week: from, until_week: until };
}

const noInput = z.object({});

export const removePoint = action('/school/cycle-audit/:year/lines/:line/points/:point/remove', {
  purpose: 'learning',
  access: auditPolicy,
  page: linePage,
  input: noInput,
  async run(change) {
    const { href, point } = await setEnded(change, change.now);
    return see(href, t('Taken away.'), `${href}/points/${point}/restore`);
  },
});

export const restorePoint = action('/school/cycle-audit/:year/lines/:line/points/:point/restore', {
  purpose: 'learning',
  access: auditPolicy,
  page: linePage,
  input: noInput,
  async run(change) {
    const { href } = await setEnded(change, null);
    return see(href, t('It is back.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<{ href: string; point: string }> {
  const { line: of, year } = await openLine(change, 'write');
  const point = change.params.point ?? '';
  if (!isId(point)) throw new NotFound();
  const { numUpdatedRows } = await change.tx
    .updateTable('cycle_point')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('line_id', '=', of.id)
    .where('id', '=', point)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  await change.record({
    kind: endedAt ? 'cycle-point.removed' : 'cycle-point.restored',
    body: { lineId: of.id, pointId: point },
  });
  return { href: lineHref(year.year, of), point };
}
