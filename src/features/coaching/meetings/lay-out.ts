import {
  addDays,
  type CalendarDate,
  daysBetween,
  type DateSpan,
  isWeekend,
  weekOf,
} from '#platform/calendar/dates.ts';
import { addTeachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { availability, clockAfter, isOpen } from '#features/programmes/index.ts';
import type { Diary } from './diary.ts';
import type { MeetingKind } from './meeting.ts';

/** A time as it is proposed, before anybody books it. */
export interface Laid {
  kind: MeetingKind;
  on: CalendarDate;
  startsAt: string;
  minutes: number;
  /** It is planned for the school day, as the protocol has it. */
  inSchoolDay: boolean;
  /** The day it would have been on, where somebody does not work then. */
  insteadOf: CalendarDate | null;
}

interface Span {
  from: CalendarDate;
  until: CalendarDate;
  startsAt: string;
}

/** So far ahead a first day is looked for. */
const farthest = 120;

/**
 * The first day from `from` on that is in a week, on which there is school, and on which all work at that time; `from`
 * where none is found. All that is laid out keeps its weekday.
 */
export function firstDayFrom(
  from: CalendarDate,
  { startsAt, minutes }: { startsAt: string; minutes: number },
  diary: Diary,
): CalendarDate {
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const day = addDays(from, ahead);
    if (isWeekend(day) || !isOpen(day, { ...diary, withPupils: true })) continue;
    if (allWork(diary, day, { startsAt, minutes })) return day;
  }
  return from;
}

const allWork = (
  { attendees }: Pick<Diary, 'attendees'>,
  day: CalendarDate,
  at: { startsAt: string; minutes: number },
): boolean => attendees.every((each) => availability(each, day, [], at) !== 'away');

/** So many times are laid out at most. */
const most = 40;

/**
 * Times by a rhythm from one day to another. Weeks are teaching weeks: holidays and closed days are stepped over, so
 * "every 14 days" is every second week in which there is school. Where somebody does not work on a day, the nearest open
 * day of that week on which all do is proposed.
 */
export function layRhythm(
  { from, until, startsAt }: Span,
  rhythm: { everyDays: number; minutes: number },
  diary: Diary,
): Laid[] {
  const laid: Laid[] = [];
  for (let n = 0; laid.length < most; n++) {
    const on = dayOf(from, n, rhythm.everyDays, diary);
    if (on === null || on > until) break;
    if (laid.some((each) => each.on === on)) continue;
    laid.push(
      placed(
        { kind: 'conversation', on, startsAt, minutes: rhythm.minutes, inSchoolDay: false },
        diary,
        from,
      ),
    );
  }
  return laid;
}

/** Kinds of step that two people meet for, and what that is here. Everything else each does by themselves. */
const kindOf: Partial<Record<string, MeetingKind>> = {
  'specialist-observation': 'lesson',
  'peer-observation': 'lesson',
  meeting: 'conversation',
  rehearsal: 'rehearsal',
};

/** Whether a protocol has a lesson that is watched, so that its times lie within the school day. */
export const watchesLessons = ({ stages }: Protocol): boolean =>
  stages.some(({ steps }) => steps.some(({ kind, required }) => required && kindOf[kind] === 'lesson'));

/**
 * The times of a protocol from its first day on: what is watched, what is talked about, and when one comes back, each
 * after so many teaching weeks as its steps say. What follows a lesson on the same day begins when that is over.
 */
export function layProtocol({ from, until, startsAt }: Span, protocol: Protocol, diary: Diary): Laid[] {
  const laid: Laid[] = [];
  const steps = protocol.stages.flatMap((stage) => stage.steps);
  for (const step of steps) {
    const kind = kindOf[step.kind];
    if (kind === undefined || !step.required) continue;
    const { times, every } = step.repeats ?? { times: 1, every: 1 };
    for (let n = 0; n < times && laid.length < most; n++) {
      const on = dayOf(from, step.week + n * every, 7, diary);
      if (on === null || on > until) break;
      const before = laid.findLast((each) => each.on === on);
      const begins = before ? (clockAfter(before.startsAt, before.minutes) ?? startsAt) : startsAt;
      laid.push({
        ...placed(
          { kind, on, startsAt: begins, minutes: step.minutes, inSchoolDay: step.inSchoolDay },
          diary,
          from,
        ),
      });
    }
  }
  return laid.toSorted((a, b) => (a.on + a.startsAt < b.on + b.startsAt ? -1 : 1));
}

/** The day `n` times `everyDays` after the first, over teaching weeks where it is whole weeks. */
function dayOf(
  from: CalendarDate,
  n: number,
  everyDays: number,
  { terms, closures }: Pick<Diary, 'terms' | 'closures'>,
): CalendarDate | null {
  const closed = closures as readonly DateSpan[];
  if (terms.length > 0 && everyDays % 7 === 0)
    return addTeachingWeeks(from, (n * everyDays) / 7, terms, closed);
  const day = addDays(from, n * everyDays);
  const open = nextOpen(day, { terms, closures });
  return open;
}

const nextOpen = (day: CalendarDate, { terms, closures }: Pick<Diary, 'terms' | 'closures'>) => {
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const next = addDays(day, ahead);
    if (!isWeekend(next) && isOpen(next, { terms, closures, withPupils: true })) return next;
  }
  return null;
};

/** Moves a time within its week to the nearest open day on which all work, where there is one. */
function placed(wanted: Omit<Laid, 'insteadOf'>, diary: Diary, from: CalendarDate): Laid {
  const { on, startsAt, minutes } = wanted;
  const suits = (day: CalendarDate): boolean => allWork(diary, day, { startsAt, minutes });
  if (suits(on)) return { ...wanted, insteadOf: null };
  const week = [0, 1, 2, 3, 4]
    .map((day) => addDays(weekOf(on), day))
    .filter((day) => day >= from && isOpen(day, { ...diary, withPupils: true }) && suits(day))
    .toSorted((a, b) => Math.abs(daysBetween(on, a)) - Math.abs(daysBetween(on, b)));
  return week[0] === undefined ? { ...wanted, insteadOf: null } : { ...wanted, on: week[0], insteadOf: on };
}
