import { stateOf, type Meeting } from './meeting.ts';

export interface Hours {
  times: number;
  /** Minutes held in the school day and outside it. */
  inside: number;
  outside: number;
  /** Times held for which time was given. */
  protectedTimes: number;
  coverMinutes: number;
}

/** What was held, in numbers. What was booked and not held counts for nothing. */
export function hoursOf(meetings: readonly Meeting[]): Hours {
  const held = meetings.filter((meeting) => stateOf(meeting) === 'held');
  const sum = (some: readonly Meeting[], of: (meeting: Meeting) => number): number =>
    some.reduce((total, meeting) => total + of(meeting), 0);
  const long = ({ heldMinutes, minutes }: Meeting): number => heldMinutes ?? minutes;
  return {
    times: held.length,
    inside: sum(
      held.filter(({ inSchoolDay }) => inSchoolDay),
      long,
    ),
    outside: sum(
      held.filter(({ inSchoolDay }) => !inSchoolDay),
      long,
    ),
    protectedTimes: held.filter(({ isProtected }) => isProtected).length,
    coverMinutes: sum(held, ({ coverMinutes }) => coverMinutes),
  };
}
