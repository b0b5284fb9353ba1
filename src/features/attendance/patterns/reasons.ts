import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { weekdayName, weekdays } from '#features/people/index.ts';
import { percent } from '../figures/figures.page.ts';
import { fewest, type HandPupil, lastOfWeekday, standsOut } from './hand.queries.ts';

/** Why a pupil stands in the list, each in words that a person can check in the registers. */
export function reasonsFor(pupil: HandPupil, threshold: number): string[] {
  const { possible, attended, weekdays: days, late, unexplained } = pupil;
  return [
    ...days.map(({ day, away, of }) =>
      t('Away for {n} of {of} half days on the last {days} {weekday}s', {
        n: away,
        of,
        days: lastOfWeekday,
        weekday: weekdayName[weekdays[day - 1]!](),
      }),
    ),
    ...(unexplained >= standsOut.unexplained
      ? [
          tn(
            unexplained,
            'Nobody has said why for {n} half day in the last four weeks',
            'Nobody has said why for {n} half days in the last four weeks',
          ),
        ]
      : []),
    ...(late >= standsOut.late
      ? [tn(late, 'Late {n} time in the last four weeks', 'Late {n} times in the last four weeks')]
      : []),
    ...(possible >= fewest && attended * 100 <= possible * threshold
      ? [
          t('In school for {attended} of {possible} half days this school year ({share})', {
            attended: formatNumber(attended),
            possible: formatNumber(possible),
            share: percent(attended, pupil),
          }),
        ]
      : []),
  ];
}
