import { addDays } from '#platform/calendar/dates.ts';
import type { Together } from '../together.ts';
import { type Meeting, stateOf } from './meeting.ts';

/** The day by which their rhythm asks for another time: so long after the last one held, or from the first day on. */
export function dueOn(
  { startsOn, everyDays }: Pick<Together, 'startsOn' | 'everyDays'>,
  lastHeld: string | null,
): string | null {
  if (lastHeld !== null) return addDays(lastHeld, everyDays);
  return startsOn;
}

/** The day of the last time that was held; null where none was. */
export const lastHeldOf = (meetings: readonly Meeting[]): string | null =>
  meetings.filter((meeting) => stateOf(meeting) === 'held').at(-1)?.on ?? null;

/** The next time that is booked, today's among them. */
export const nextOf = (meetings: readonly Meeting[], today: string): Meeting | undefined =>
  meetings.find((meeting) => stateOf(meeting) === 'booked' && meeting.on >= today);

/** Times whose day is over and of which nobody has said whether they took place, the oldest first. */
export const unsaidOf = (meetings: readonly Meeting[], today: string): Meeting[] =>
  meetings.filter((meeting) => stateOf(meeting) === 'booked' && meeting.on < today);
