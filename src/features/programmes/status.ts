import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { DesignStep } from './design.ts';
import type { Programme } from './programme.queries.ts';

type DatedStep = Pick<DesignStep, 'number' | 'title' | 'on_date'>;

/** The steps that are today or later. */
export const stepsAhead = <S extends DatedStep>(steps: readonly S[], today: string): S[] =>
  steps.filter((step) => step.on_date >= today);

/** Where a programme is and what comes next, in words. `steps` stand in order of date. */
export function statusOf(
  programme: Pick<Programme, 'published_at' | 'closed_at'>,
  steps: readonly DatedStep[],
  today: string,
): { where: string; next?: string } {
  const next = stepsAhead(steps, today)[0];
  const toCome =
    next && t('{title}, {date}', { title: next.title, date: formatDate(next.on_date, 'weekday') });
  if (programme.closed_at)
    return { where: t('Closed on {date}.', { date: formatDate(programme.closed_at) }) };
  if (!programme.published_at) return { where: t('A draft, seen by those who design it.') };
  const passed = steps.length - stepsAhead(steps, today).length;
  return {
    where:
      passed === 0
        ? t('It has not begun yet.')
        : next
          ? t('{passed} of {all} steps have passed.', { passed, all: steps.length })
          : t('All steps have passed.'),
    ...(toCome === undefined ? {} : { next: toCome }),
  };
}
