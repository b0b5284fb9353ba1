import { type CalendarDate, isWeekend } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';

export const dayHasPassed = (): string => t('This day has passed. Choose today or a later day.');

/**
 * Why no observation can be planned for a day, as a sentence for beside its field; undefined when one can. Of those in
 * `kept`, days that were planned already, nothing is said.
 */
export function whyNotPlanned(
  on: CalendarDate,
  today: CalendarDate,
  kept: readonly CalendarDate[] = [],
): string | undefined {
  if (kept.includes(on)) return undefined;
  if (on < today) return dayHasPassed();
  return isWeekend(on) ? t('This day is at a weekend. Choose a school day.') : undefined;
}
