import { type CalendarDate, isWeekend } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Calendar } from '#features/protocols/index.ts';

/** The first day of the earliest term that is entered. */
export const earliestTerm = ({ terms }: Pick<Calendar, 'terms'>): CalendarDate | undefined =>
  terms.map(({ startsOn }) => startsOn).toSorted()[0];

/**
 * Why a plan cannot begin on a day, as a sentence for beside its field; undefined when it can. Before the
 * first term that is entered there is no teaching week to lay a step on.
 */
export function whyNotFrom(startsOn: CalendarDate, calendar: Pick<Calendar, 'terms'>): string | undefined {
  const earliest = earliestTerm(calendar);
  if (isWeekend(startsOn)) return t('This day is at a weekend. Choose a school day.');
  if (earliest !== undefined && startsOn < earliest)
    return t('Your terms are entered from {day}. Choose that day or a later one.', {
      day: formatDate(earliest),
    });
  return undefined;
}
