import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type WorkingDay, weekdayName, weekdays } from '#features/people/index.ts';

export type Weekday = WorkingDay['day'];
export { weekdayName, weekdays };

/** A week of the cycle; 'both' also where the cycle has one week. */
export const weeksOfCycle = ['both', 'A', 'B'] as const;
export type CycleWeek = (typeof weeksOfCycle)[number];

export const weekInWords = (week: CycleWeek): string =>
  week === 'both' ? t('Every week') : t('Week {letter}', { letter: week });

export const periodKinds = ['lesson', 'registration', 'break', 'other'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A version of the timetable. */
export interface Timetable {
  id: string;
  name: string;
  weeks: 1 | 2;
  startsOn: string;
  endsOn: string | null;
  firstWeek: 'A' | 'B';
  publishedAt: Date | null;
  version: number;
  endedAt: Date | null;
}

/** A version with the shape of its days, in order of days, then of times. */
export type ShapedTimetable = Timetable & { periods: Period[] };

/** A stretch of a day; times as '08:50'. */
export interface Period {
  id: string;
  weekday: Weekday;
  position: number;
  name: string;
  kind: PeriodKind;
  startsAt: string;
  endsAt: string;
  takesRegister: boolean;
}

export const timetablesPath = '/school/timetable';
export const timetableHref = (id: string): string => `${timetablesPath}/${id}`;
export const roomsPath = '/school/rooms';

/** From which day to which it holds. */
export const spanInWords = ({ startsOn, endsOn }: Pick<Timetable, 'startsOn' | 'endsOn'>): string =>
  endsOn === null
    ? t('From {day}', { day: formatDate(startsOn, 'short') })
    : t('{from} to {until}', { from: formatDate(startsOn, 'short'), until: formatDate(endsOn, 'short') });

export const timesInWords = ({ startsAt, endsAt }: Pick<Period, 'startsAt' | 'endsAt'>): string =>
  t('{from} to {until}', { from: startsAt, until: endsAt });
