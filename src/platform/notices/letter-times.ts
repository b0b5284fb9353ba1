import { addDays, dateIn, weekday } from '../calendar/dates.ts';
import { clockIn, instantAt } from '../calendar/local-time.ts';
import type { Hearing, Rhythm } from './hearing.ts';
import { isQuiet, quietEnd } from './quiet-time.ts';

/** When the letter of the day or of the week is written where no quiet hours end in the morning. */
const usualMorning = '07:30';
/** A note in the morning comes no earlier than this, also to those who have no quiet hours. */
const earliestMorning = '06:00';
/** A letter waits for six quiet days at most, and the next of a week is seven days ahead. */
const farthestDays = 8;
const hourMs = 3_600_000;

/**
 * Whether a letter about what waits goes to somebody now. One who hears at once is written to whenever it is not
 * quiet; the letters of the day and of the week go when the moment for them has come since `since`.
 */
export function letterIsDue(hearing: Hearing, since: Date, now: Date, zone: string): boolean {
  if (hearing.rhythm === 'never' || isQuiet(hearing.quiet, now, zone)) return false;
  if (hearing.rhythm === 'at-once') return true;
  const today = dateIn(now, zone);
  for (let ago = 0; ago <= farthestDays; ago++) {
    const at = letterOf(hearing, addDays(today, -ago), zone);
    if (at && since < at && at <= now) return true;
  }
  return false;
}

/** When the next letter may go to somebody: now, or when their quiet time ends, or with the day's or week's letter. */
export function nextLetter(hearing: Hearing, now: Date, zone: string): Date | null {
  if (hearing.rhythm === 'never') return null;
  if (hearing.rhythm === 'at-once') return quietEnd(hearing.quiet, now, zone);
  const today = dateIn(now, zone);
  for (let ahead = -farthestDays; ahead <= farthestDays; ahead++) {
    const at = letterOf(hearing, addDays(today, ahead), zone);
    if (at && at > now) return at;
  }
  return null;
}

/** The moment of the letter that belongs to a day, where one does: in the morning, or when the quiet time then ends. */
function letterOf({ rhythm, weekDay, quiet }: Hearing, day: string, zone: string): Date | null {
  if (rhythm === 'weekly' && weekday(day) !== weekDay) return null;
  return quietEnd(quiet, instantAt(day, quiet.hours?.until ?? usualMorning, zone), zone);
}

/** Whether the note before something that begins at `beginsAt` goes to somebody now. */
export function noteIsDue({ soon, quiet }: Hearing, beginsAt: Date, now: Date, zone: string): boolean {
  if (soon === 'no' || now >= beginsAt || isQuiet(quiet, now, zone)) return false;
  if (soon === 'hour') return beginsAt.getTime() - now.getTime() <= hourMs;
  return dateIn(beginsAt, zone) === dateIn(now, zone) && clockIn(now, zone) >= earliestMorning;
}

/** How far ahead something counts as due already: a letter tells of what falls due before the next one comes. */
export const daysAhead = (rhythm: Rhythm): number => (rhythm === 'weekly' ? 7 : rhythm === 'daily' ? 1 : 0);
