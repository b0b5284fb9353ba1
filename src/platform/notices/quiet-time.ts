import { addDays, dateIn, weekday } from '../calendar/dates.ts';
import { clockIn, instantAt } from '../calendar/local-time.ts';

/** When somebody is not written to, by the clock and the week of the place that would write. */
export interface QuietTime {
  /** From this time to the other, over midnight where the first is the later: '18:00' and '07:30'. Null: none. */
  hours: { from: string; until: string } | null;
  /** Days that are quiet from midnight to midnight: 1 is Monday, 7 Sunday. */
  days: readonly number[];
}

const hourMs = 3_600_000;
/** Six quiet days at most stand side by side, so an end is found within these. */
const farthestDays = 8;

/** Whether clocks in `zone` show a quiet time at this moment. */
export function isQuiet({ hours, days }: QuietTime, now: Date, zone: string): boolean {
  if (days.includes(weekday(dateIn(now, zone)))) return true;
  if (!hours) return false;
  const clock = clockIn(now, zone);
  return hours.from < hours.until
    ? hours.from <= clock && clock < hours.until
    : hours.from <= clock || clock < hours.until;
}

/**
 * The first moment from `now` on that is not quiet: `now` itself, or when the quiet time around it ends, by the
 * clock of `zone`, whatever the clocks do meanwhile. Null where no moment is ever without quiet.
 */
export function quietEnd(quiet: QuietTime, now: Date, zone: string): Date | null {
  if (!isQuiet(quiet, now, zone)) return now;
  const here = dateIn(now, zone);
  for (let ahead = 0; ahead <= farthestDays; ahead++) {
    const day = addDays(here, ahead);
    const ends = (quiet.hours ? ['00:00', quiet.hours.until] : ['00:00']).flatMap((time) => {
      const first = instantAt(day, time, zone).getTime();
      // In autumn a time comes twice, and the second coming may be the one that ends it.
      return [first, first + hourMs];
    });
    const end = ends
      .toSorted((a, b) => a - b)
      .find((at) => at >= now.getTime() && !isQuiet(quiet, new Date(at), zone));
    if (end !== undefined) return new Date(end);
  }
  return null;
}
