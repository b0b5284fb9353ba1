import { comparable } from '#platform/i18n/comparable.ts';
import { type CycleWeek, weekdayName, type Weekday, weekdays } from '../timetable.ts';

/** A day as lists write it: "Monday", "Mon", "mo", "1"; null for anything else. */
export function readDay(text: string): Weekday | null {
  const word = comparable(text);
  if (/^[1-7]$/.test(word)) return weekdays[Number(word) - 1]!;
  return (
    weekdays.find(
      (day) => comparable(weekdayName[day]()) === word || (word.length >= 2 && day.startsWith(word)),
    ) ?? null
  );
}

const everyWeek = new Set(['both', 'all', 'every', 'every week', 'each', 'ab', 'a b', '1 2', 'weekly']);

/** A week of the cycle: "A", "Week A", "1", "both"; null for anything else. */
export function readWeek(text: string): CycleWeek | null {
  const word = comparable(text);
  if (everyWeek.has(word)) return 'both';
  const letter = /^(?:week|wk|w)? ?([ab12])$/.exec(word)?.[1];
  if (letter === undefined) return null;
  return letter === 'a' || letter === '1' ? 'A' : 'B';
}

/**
 * A period, with the day and week that some systems write into it: "Mon:1", "MonA:1", "Tue B 3", "Thu-P4".
 * A period that says nothing of a day stays as it is.
 */
export function readSlot(text: string): { day: Weekday | null; week: CycleWeek | null; period: string } {
  const found =
    /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*?[ :_-]*(?:(?:week|wk)? ?([ab])[ :_-]*)?[ :_-]+(\S.*)$/i.exec(
      text.trim(),
    ) ?? /^(mon|tue|wed|thu|fri|sat|sun)([ab])?[ :_-]*(\d+)$/i.exec(text.trim());
  if (!found) return { day: null, week: null, period: text };
  return {
    day: readDay(found[1]!),
    week: found[2] ? (found[2].toUpperCase() as 'A' | 'B') : null,
    period: found[3]!,
  };
}
