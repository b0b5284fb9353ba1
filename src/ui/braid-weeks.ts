import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** How a braid speaks of its days: as dates, or, where it stands on no calendar yet, as weeks after its start. */

interface Laid {
  from: string;
  inWeeks?: true | undefined;
}

/** The how-many-eth week of the picture a day stands in, from 1. */
export const weekNumber = (from: string, day: string): number => Math.floor(daysBetween(from, day) / 7) + 1;

export const dayWords = ({ from, inWeeks }: Laid, day: string): string =>
  inWeeks ? t('Week {n}', { n: weekNumber(from, day) }) : formatDate(day, 'short');

/** The first days of weeks for the axis, each so many weeks after the one before that at most `most` are there. */
export function weeksOnAxis(from: string, until: string, most: number): string[] {
  const weeks = weekNumber(from, until);
  const every = Math.ceil(weeks / most);
  return Array.from({ length: Math.ceil(weeks / every) }, (_, index) => addDays(from, index * every * 7));
}

/** Three equal parts of the time, to see what rises and falls where there are no terms; none of fewer than six weeks. */
export function thirdsBetween(from: string, until: string): { startsOn: string; endsOn: string }[] {
  const days = daysBetween(from, until) + 1;
  if (days < 6 * 7 - 2) return [];
  const starts = [0, Math.round(days / 3), Math.round((2 * days) / 3), days];
  return [0, 1, 2].map((part) => ({
    startsOn: addDays(from, starts[part]!),
    endsOn: addDays(from, starts[part + 1]! - 1),
  }));
}
