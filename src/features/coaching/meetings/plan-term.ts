import { addDays } from '#platform/calendar/dates.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { afterSchool } from '#features/programmes/index.ts';
import type { Together } from '../together.ts';
import type { Diary } from './diary.ts';
import { firstDayFrom, type Laid, layProtocol, layRhythm, watchesLessons } from './lay-out.ts';
import type { Meeting } from './meeting.ts';
import { dueOn, lastHeldOf } from './next-due.ts';

/** What the address asks for; null where it says nothing. */
export interface Asked {
  from: string | null;
  until: string | null;
  startsAt: string | null;
  by: 'protocol' | 'rhythm' | null;
}

export interface Plan {
  from: string;
  until: string;
  startsAt: string;
  by: 'protocol' | 'rhythm';
  laid: readonly Laid[];
}

/** Where a lesson is watched first: a time at which most schools teach. */
const inLessons = '10:00';

/** From the day that is asked for, or on which their rhythm asks for a time, to the end of the term or of their time. */
export function planOf(on: {
  together: Together;
  meetings: readonly Meeting[];
  diary: Diary;
  asked: Asked;
  protocol: Protocol | undefined;
  /** What day and what time it is there. */
  today: string;
  clock: string;
}): Plan {
  const { together, meetings, diary, asked, protocol, today, clock } = on;
  const last = meetings.findLast((meeting) => meeting.calledOffAt === null);
  const booked = last && last.on >= today ? addDays(last.on, together.everyDays) : null;
  const due = booked ?? dueOn(together, lastHeldOf(meetings)) ?? today;
  const by = protocol === undefined ? 'rhythm' : (asked.by ?? 'protocol');
  const startsAt =
    asked.startsAt ??
    last?.startsAt ??
    (by === 'protocol' && watchesLessons(protocol!) ? inLessons : afterSchool);
  const earliest = startsAt > clock ? today : addDays(today, 1);
  const wanted = [asked.from ?? due, earliest, together.startsOn ?? earliest].toSorted().at(-1)!;
  const from = firstDayFrom(wanted, { startsAt, minutes: together.minutes }, diary);
  const term = diary.terms.find(({ endsOn }) => endsOn >= from);
  const until = asked.until ?? together.endsOn ?? term?.endsOn ?? addDays(from, 84);
  const span = { from, until, startsAt };
  const laid =
    protocol !== undefined && by === 'protocol'
      ? layProtocol(span, protocol, diary)
      : layRhythm(span, together, diary);
  return { ...span, by, laid };
}
