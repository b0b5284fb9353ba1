import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Evaluation } from './evaluation.ts';
import { type Moment, moments, momentWords } from './moments.ts';

/** As they begin a sentence. */
const measurements: Record<Moment, () => string> = {
  baseline: () => t('The measurement at the start'),
  middle: () => t('The measurement in the middle'),
  end: () => t('The measurement at the end'),
  delayed: () => t('The later measurement'),
};

/**
 * Where an evaluation is in its course and what comes next; whether figures are in, each group says.
 * `today` is 'YYYY-MM-DD'.
 */
export function whereItStands(
  evaluation: Pick<Evaluation, 'dates'>,
  today: string,
): { where: string; next?: string } {
  const { dates } = evaluation;
  const reached = moments.findLast((moment) => dates[moment] <= today);
  const next = moments.find((moment) => dates[moment] > today);
  return {
    where: progress(),
    ...(next && {
      next: t('{moment}, on {day}', { moment: momentWords(next), day: formatDate(dates[next], 'weekday') }),
    }),
  };

  function progress(): string {
    if (reached === undefined) return t('Before the start.');
    const which = measurements[reached]();
    if (dates[reached] === today) return t('{which} is planned for today.', { which });
    if (next === undefined) return t('The days of all four measurements have passed.');
    return t('{which} was planned for {day}.', { which, day: formatDate(dates[reached]) });
  }
}
