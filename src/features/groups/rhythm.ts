import { type DateSpan, daysBetween, weekOf } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { shippedProtocol } from '#features/protocols/index.ts';
import type { GroupStep } from './where-we-are.ts';

/** How a group keeps its time: for the group itself, and never for anybody outside. */
export interface Rhythm {
  /** Meetings that were held, and all that are planned. */
  held: number;
  planned: number;
  /** The last day the group met; null while it has not. */
  lastMet: string | null;
  /** Days between meetings held, in the middle; null with fewer than two. */
  daysBetween: number | null;
  /** Minutes of one person: over and still to come, inside and outside the school day. */
  minutes: { done: number; toCome: number; inSchoolDay: number; outside: number };
}

/** Kinds of step at which a group comes together. */
const together = new Set(['meeting', 'input', 'research-lesson', 'document', 'modelling', 'rehearsal']);

/** Whether a group comes together at a step. */
export const isMeeting = (step: Pick<GroupStep, 'kind' | 'mode'>): boolean =>
  together.has(step.kind) && step.mode !== 'own-time';

export function rhythmOf(steps: readonly GroupStep[]): Rhythm {
  const meetings = steps.filter(isMeeting);
  const held = meetings.filter((step) => step.done_at !== null);
  const gaps = held.slice(1).map((step, index) => daysBetween(held[index]!.on_date, step.on_date));
  const sum = (those: readonly GroupStep[]) => those.reduce((minutes, step) => minutes + step.minutes, 0);
  return {
    held: held.length,
    planned: meetings.length,
    lastMet: held.at(-1)?.on_date ?? null,
    daysBetween: gaps.length === 0 ? null : gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!,
    minutes: {
      done: sum(steps.filter((step) => step.done_at !== null)),
      toCome: sum(steps.filter((step) => step.done_at === null)),
      inSchoolDay: sum(steps.filter((step) => step.in_school_day)),
      outside: sum(steps.filter((step) => !step.in_school_day)),
    },
  };
}

/** A rule of the protocol that the group does not keep, with what is so. Words to think about; nothing is refused. */
export interface Departure {
  words: string;
  oneSchool: boolean;
  source: Protocol['source'];
  /** The protocol is one that a school wrote itself. */
  own: boolean;
  /** What the rule is about, and how it stands. */
  of: 'people' | 'weeks' | 'meetings' | 'minutesOfMeeting' | 'weeksBetweenMeetings';
  is: number;
}

/** Teaching weeks from one day to another; plain weeks where the school's terms do not reach. */
function weeksBetween(from: string, to: string, weeks: readonly string[]): number {
  const [first, last] = [weeks.indexOf(weekOf(from)), weeks.indexOf(weekOf(to))];
  return first === -1 || last === -1 ? Math.round(daysBetween(weekOf(from), weekOf(to)) / 7) : last - first;
}

/**
 * Where a group departs from what its protocol asks, as far as its plan shows: its size, weeks, meetings, their length
 * and the weeks between them.
 */
export function departures(
  protocol: Pick<Protocol, 'id' | 'timing' | 'groupSize' | 'source'>,
  steps: readonly GroupStep[],
  participants: number,
  calendar: { terms: readonly DateSpan[]; closures: readonly DateSpan[] },
): Departure[] {
  // Rules of meetings speak of those that are nothing else; a group also comes together for lessons and inputs.
  const meetings = steps.filter((step) => isMeeting(step) && step.kind === 'meeting');
  const [first, last] = [steps[0], steps.at(-1)];
  const weeks = (from: string, to: string) =>
    weeksBetween(from, to, teachingWeeks(calendar.terms, calendar.closures));
  const gaps = meetings.slice(1).map((step, index) => weeks(meetings[index]!.on_date, step.on_date));
  const facts: Partial<Record<string, number>> = {
    ...(first && last ? { weeks: weeks(first.on_date, last.on_date) + 1 } : {}),
    meetings: meetings.length,
  };
  const own = shippedProtocol(protocol.id) === undefined;
  const ofRules = protocol.timing.flatMap(({ words, rule, source, oneSchool }): Departure[] => {
    if (!rule) return [];
    const values =
      rule.of === 'minutesOfMeeting'
        ? meetings.map(({ minutes }) => minutes)
        : rule.of === 'weeksBetweenMeetings'
          ? gaps
          : [facts[rule.of]];
    const off = values.find(
      (value) => value !== undefined && (value < (rule.min ?? -Infinity) || value > (rule.max ?? Infinity)),
    );
    if (off === undefined) return [];
    return [
      {
        words,
        source,
        own,
        oneSchool: oneSchool === true,
        of: rule.of as Departure['of'],
        is: off,
      },
    ];
  });
  const { min, max } = protocol.groupSize;
  if (participants >= min && participants <= max) return ofRules;
  return [
    {
      words: t('The protocol is for {min} to {max} people.', { min, max }),
      source: protocol.groupSize.source ?? protocol.source,
      own,
      oneSchool: false,
      of: 'people',
      is: participants,
    },
    ...ofRules,
  ];
}
