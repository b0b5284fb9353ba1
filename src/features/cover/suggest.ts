import { weekday } from '#platform/calendar/dates.ts';
import { usualDays, weekdays, type WorkingDay } from '#features/people/index.ts';
import { type Gap, type Slot, slotKey } from './cover.ts';
import type { Why } from './taken-up.ts';

/** Somebody of the staff, as far as it matters for asking them. */
export interface Colleague {
  personId: string;
  name: string;
  /** When they work; null when they did not write it down. */
  days: readonly WorkingDay[] | null;
  oddWeeks: boolean;
  /** How the school asks them: as everybody, before everybody, or not. */
  asked: 'usual' | 'first' | 'never';
  /** What they are in the timetable or in classes. */
  teaches: 'teacher' | 'assistant' | null;
  /** Classes they teach or assist. */
  units: readonly string[];
  /** Subjects they teach, in small letters. */
  subjects: readonly string[];
  /** Classes they covered this term. */
  covered: number;
}

/** A time of a day at which somebody is not asked; `startsAt` null where the time is not fixed. */
export interface Busy {
  personId: string;
  startsAt: string | null;
  minutes: number;
  why: Why;
}

/** Why somebody is not asked; null where they can be. */
export type Hindrance = Why | 'off' | 'never' | 'unsure' | 'not-teaching' | null;

/** A colleague beside a gap, with what speaks for them. */
export interface Candidate {
  colleague: Colleague;
  hindrance: Hindrance;
  knowsClass: boolean;
  teachesSubject: boolean;
  /** Lessons and covers of their own on the day. */
  load: number;
  /** How much of a full week they work. */
  share: number;
}

type Taught = Pick<Gap, keyof Slot | 'endsAt' | 'subject'>;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a time of a day touches a class. */
const touches = ({ startsAt, minutes }: Busy, gap: Pick<Taught, 'startsAt' | 'endsAt'>): boolean =>
  startsAt !== null &&
  minuteOf(startsAt) < minuteOf(gap.endsAt) &&
  minuteOf(gap.startsAt) < minuteOf(startsAt) + Math.max(1, minutes);

const overlap = (a: Taught, b: Taught): boolean =>
  a.on === b.on && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Two classes that one teacher has at the same time are taught together, and one colleague takes both. */
const together = (a: Taught, b: Taught): boolean =>
  a.personId === b.personId && a.on === b.on && a.startsAt === b.startsAt;

/** How much of a full week somebody works, above 0 to 1: a day whose hours are not written down is a whole one. */
export function shareOfWeek(days: readonly WorkingDay[] | null): number {
  if (days === null) return 1;
  const whole = 6.5 * 60;
  const worked = days.map(({ from, until }) =>
    from !== null && until !== null ? Math.min(1, (minuteOf(until) - minuteOf(from)) / whole) : 1,
  );
  return Math.min(1, Math.max(0.1, worked.reduce((sum, each) => sum + each, 0) / usualDays.length));
}

function worksThen(days: readonly WorkingDay[] | null, gap: Taught): boolean {
  const worked = (days ?? usualDays).find(({ day }) => day === weekdays[weekday(gap.on) - 1]);
  if (!worked) return false;
  return (
    (worked.from === null || worked.from <= gap.startsAt) &&
    (worked.until === null || gap.endsAt <= worked.until)
  );
}

/** In which order what hinders somebody is said, where several things do. */
const order: readonly Why[] = ['away', 'lesson', 'cover', 'kept-free', 'diary'];

/** How somebody stands to a class at a time: what hinders them, and what speaks for them. */
export function candidateFor(gap: Taught, colleague: Colleague, busy: readonly Busy[]): Candidate {
  const knowsClass = colleague.units.includes(gap.unitId);
  return {
    colleague,
    knowsClass,
    teachesSubject: gap.subject !== '' && colleague.subjects.includes(gap.subject.toLowerCase()),
    share: shareOfWeek(colleague.days),
    load: busy.filter(({ why }) => why === 'lesson' || why === 'cover').length,
    hindrance: hindranceOf(gap, colleague, busy, knowsClass),
  };
}

function hindranceOf(
  gap: Taught,
  colleague: Colleague,
  busy: readonly Busy[],
  knowsClass: boolean,
): Hindrance {
  const touching = busy.filter((each) => touches(each, gap));
  const hard = order.find((why) => touching.some((each) => each.why === why));
  if (hard) return hard;
  if (!worksThen(colleague.days, gap)) return 'off';
  if (colleague.asked === 'never') return 'never';
  if (busy.some(({ startsAt }) => startsAt === null)) return 'unsure';
  // Whoever assists is suggested in classes they know; by hand anybody can be asked.
  const asked =
    colleague.asked === 'first' ||
    colleague.teaches === 'teacher' ||
    (colleague.teaches === 'assistant' && knowsClass);
  return asked ? null : 'not-teaching';
}

/** Everybody beside one class: who can be asked first, in the order in which they are suggested. */
export function candidatesFor(
  gap: Taught,
  colleagues: readonly Colleague[],
  busyOf: ReadonlyMap<string, readonly Busy[]>,
): Candidate[] {
  return colleagues
    .filter(({ personId }) => personId !== gap.personId)
    .map((colleague) => candidateFor(gap, colleague, busyOf.get(colleague.personId) ?? []))
    .toSorted(
      (a, b) =>
        Number(a.hindrance !== null) - Number(b.hindrance !== null) ||
        (a.hindrance === null ? inTurn(a, b) : 0),
    );
}

/**
 * Whose turn it is: whoever is there for cover; then teachers before assistants; then who covered least for the hours they
 * work; of those alike who knows the class, who teaches the subject, and who has the lighter day.
 */
export function inTurn(a: Candidate, b: Candidate): number {
  return (
    rank(a) - rank(b) ||
    a.colleague.covered / a.share - b.colleague.covered / b.share ||
    Number(b.knowsClass) - Number(a.knowsClass) ||
    Number(b.teachesSubject) - Number(a.teachesSubject) ||
    a.load - b.load ||
    (a.colleague.personId < b.colleague.personId ? -1 : 1)
  );
}

const rank = ({ colleague }: Candidate): number =>
  colleague.asked === 'first' ? 0 : colleague.teaches === 'teacher' ? 1 : 2;

/**
 * Suggests somebody for each class of a day at once, so that nobody is suggested for two at the same time and what is
 * suggested first counts for what comes after, and a day is shared out before anybody has a second class. Where nobody is left for a class, somebody suggested for another at that
 * time is moved, when there is somebody else for that one. Answers the personId by `slotKey`; a class for which there is
 * nobody is not in it.
 */
export function planOf(
  gaps: readonly Taught[],
  colleagues: readonly Colleague[],
  busyOf: ReadonlyMap<string, readonly Busy[]>,
): Map<string, string> {
  const counts = new Map(colleagues.map(({ personId, covered }) => [personId, covered]));
  const plan = new Map<string, { gap: Taught; personId: string }>();
  const freeFor = new Map(
    gaps.map((gap) => [
      slotKey(gap),
      candidatesFor(gap, colleagues, busyOf).filter(({ hindrance }) => hindrance === null),
    ]),
  );
  // What fewest can take is given first.
  const inOrder = gaps.toSorted(
    (a, b) =>
      (a.on + a.startsAt < b.on + b.startsAt ? -1 : a.on + a.startsAt > b.on + b.startsAt ? 1 : 0) ||
      freeFor.get(slotKey(a))!.length - freeFor.get(slotKey(b))!.length ||
      (slotKey(a) < slotKey(b) ? -1 : 1),
  );
  const candidatesNow = (gap: Taught): Candidate[] =>
    freeFor
      .get(slotKey(gap))!
      .map((each) => ({
        ...each,
        colleague: { ...each.colleague, covered: counts.get(each.colleague.personId)! },
      }))
      // Before somebody takes a second class of a day, everybody who could takes a first.
      .toSorted((a, b) => rank(a) - rank(b) || givenOn(gap.on, a) - givenOn(gap.on, b) || inTurn(a, b));
  const givenOn = (on: string, { colleague }: Candidate): number =>
    [...plan.values()].filter((each) => each.gap.on === on && each.personId === colleague.personId).length;
  const standsIn = (personId: string, gap: Taught) =>
    [...plan.values()].filter(
      (each) => each.personId === personId && overlap(each.gap, gap) && !together(each.gap, gap),
    );
  const give = (gap: Taught, personId: string): void => {
    const before = plan.get(slotKey(gap));
    if (before) counts.set(before.personId, counts.get(before.personId)! - 1);
    plan.set(slotKey(gap), { gap, personId });
    counts.set(personId, counts.get(personId)! + 1);
  };
  const place = (gap: Taught, tried: Set<string>): boolean => {
    const candidates = candidatesNow(gap).filter(({ colleague }) => !tried.has(colleague.personId));
    const with_ = candidates.find(({ colleague }) =>
      [...plan.values()].some((each) => each.personId === colleague.personId && together(each.gap, gap)),
    );
    const free = with_ ?? candidates.find(({ colleague }) => standsIn(colleague.personId, gap).length === 0);
    if (free) {
      give(gap, free.colleague.personId);
      return true;
    }
    for (const { colleague } of candidates) {
      const [other, ...more] = standsIn(colleague.personId, gap);
      if (!other || more.length > 0 || tried.has(colleague.personId)) continue;
      tried.add(colleague.personId);
      if (!place(other.gap, tried)) continue;
      give(gap, colleague.personId);
      return true;
    }
    return false;
  };
  for (const gap of inOrder) place(gap, new Set());
  return new Map([...plan].map(([key, { personId }]) => [key, personId]));
}
