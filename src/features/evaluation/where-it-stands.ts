import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Evaluation } from './evaluation.ts';
import { moments, momentWords } from './moments.ts';

/** Where an evaluation is in its course and what comes next. `today` is 'YYYY-MM-DD'. */
export function whereItStands(
  evaluation: Pick<Evaluation, 'dates'>,
  today: string,
): { where: string; next?: string } {
  const { dates } = evaluation;
  const passed = moments.findLast((moment) => dates[moment] <= today);
  const next = moments.find((moment) => dates[moment] > today);
  return {
    where:
      passed === undefined
        ? t('Before the start.')
        : next === undefined
          ? t('All four measurements are due or done.')
          : t('{moment} was due on {day}.', { moment: momentWords(passed), day: formatDate(dates[passed]) }),
    ...(next && {
      next: t('{moment}, on {day}', { moment: momentWords(next), day: formatDate(dates[next], 'weekday') }),
    }),
  };
}
