import { weekday } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { weekdayName, weekdays } from '#features/people/index.ts';
import { addressOf } from '#ui/list.ts';

export type Weekday = (typeof weekdays)[number];
/** One week of two, where the timetable has two. */
export const letters = ['A', 'B'] as const;
export type Letter = (typeof letters)[number];

/** A time at which somebody is needed; times as '08:30'. Either a weekday or a day. */
export interface Slot {
  id: string;
  rotaId: string;
  weekday: Weekday | null;
  letter: Letter | null;
  on: string | null;
  from: string;
  until: string;
  needed: number;
}

/** A rota as its makers wrote it. */
export interface Rota {
  id: string;
  name: string;
  place: string;
  keepsBusy: boolean;
  swapNeedsLeave: boolean;
  version: number;
  endedAt: Date | null;
}

/** A slot on a day on which it is to be filled. */
export interface Need {
  slotId: string;
  rotaId: string;
  name: string;
  place: string;
  on: string;
  from: string;
  until: string;
  needed: number;
}

/** Who is on duty, with the swaps that hold put in place. */
export interface Duty {
  slotId: string;
  standId: string;
  on: string;
  personId: string;
  person: string;
  /** Who stands there else. */
  usualId: string;
  usual: string;
  /** What was asked for this day and stands; null where nothing was. */
  swapId: string | null;
}

/** Needs with those who meet them, as pages show them. */
export interface Filled extends Need {
  duties: Duty[];
}

export const rotasPath = '/rotas';
export const weekHref = (monday: string): string => addressOf(rotasPath, { week: monday });
export const sheetPath = '/rotas/sheet';
export const fairPath = '/rotas/fair';
export const newRotaPath = '/rotas/new';
export const rotaHref = (id: string, ...more: string[]): string => [rotasPath, id, ...more].join('/');
export const standHref = (id: string, ...more: string[]): string => ['/rotas/stands', id, ...more].join('/');
export const slotHref = (id: string, ...more: string[]): string => ['/rotas/slots', id, ...more].join('/');
export const dutyHref = (standId: string, day: string, ...more: string[]): string =>
  ['/rotas/duties', standId, day, ...more].join('/');
export const swapHref = (id: string, ...more: string[]): string => ['/rotas/swaps', id, ...more].join('/');

export const rotasTrail = (): { label: string; href: string }[] => [{ label: t('Rotas'), href: rotasPath }];

/** "Gate, Thursday 19 November, 08:30 to 08:50". */
export const dutyInWords = ({
  name,
  on,
  from,
  until,
}: Pick<Need, 'name' | 'on' | 'from' | 'until'>): string =>
  t('{name}, {day}, {from} to {until}', { name, day: formatDate(on, 'weekday'), from, until });

/** "Monday, week A, 08:30 to 08:50". */
export function slotInWords({ weekday: day, letter, on, from, until }: Slot): string {
  const when = on !== null ? formatDate(on, 'weekday') : weekdayName[day!]();
  const times = { when, letter: letter ?? '', from, until };
  return letter === null
    ? t('{when}, {from} to {until}', times)
    : t('{when}, week {letter}, {from} to {until}', times);
}

/** Minutes from one time of a day to another. */
export const minutesOf = ({ from, until }: Pick<Slot, 'from' | 'until'>): number =>
  minuteOf(until) - minuteOf(from);
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Puts those on duty beside what is needed, in the order of the needs. */
export function filled(needs: readonly Need[], duties: readonly Duty[]): Filled[] {
  const byNeed = Map.groupBy(duties, ({ slotId, on }) => `${slotId} ${on}`);
  return needs.map((need) => ({ ...need, duties: byNeed.get(`${need.slotId} ${need.on}`) ?? [] }));
}

/** 'monday' of '2026-11-16'. */
export const weekdayOf = (day: string): Weekday => weekdays[weekday(day) - 1]!;
