import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { DesignStep } from './design.ts';
import type { Programme } from './programme.queries.ts';

type DatedStep = Pick<DesignStep, 'number' | 'title' | 'on_date'>;

/** The steps that are today or later. */
export const stepsAhead = <S extends DatedStep>(steps: readonly S[], today: string): S[] =>
  steps.filter((step) => step.on_date >= today);

/** A day as one says it in a sentence: "today", or "Monday 23 November". */
export const dayWords = (day: string, today: string): string =>
  day === today ? t('today') : formatDate(day, 'weekday');

/** Where a programme is and what comes next, in words. `steps` stand in order of date. */
export function statusOf(
  programme: Pick<Programme, 'published_at' | 'closed_at'>,
  steps: readonly DatedStep[],
  today: string,
): { where: string; next?: string } {
  if (programme.closed_at)
    return { where: t('Closed on {date}.', { date: formatDate(programme.closed_at) }) };
  if (!programme.published_at) return { where: t('A draft, seen by those who design it.') };
  const next = stepsAhead(steps, today)[0];
  return {
    where: progress(steps, today),
    ...(next && {
      next: t('{title}, {date}', { title: next.title, date: dayWords(next.on_date, today) }),
    }),
  };
}

/** How far a published programme has come. A step of today has not passed before the day is over. */
function progress(steps: readonly DatedStep[], today: string): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return t('It has no steps yet.');
  if (today < first.on_date) return t('It has not begun yet.');
  if (today > last.on_date) return t('All steps have passed.');
  if (today === first.on_date) return t('It begins today.');
  const counts = { passed: steps.length - stepsAhead(steps, today).length, all: steps.length };
  return today === last.on_date
    ? t('{passed} of {all} steps have passed. It ends today.', counts)
    : t('{passed} of {all} steps have passed.', counts);
}
