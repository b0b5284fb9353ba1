import { t } from '#platform/i18n/i18n.ts';

/** Addresses of the room, and what it calls things. */
export const attendancePath = '/attendance';
export const absencesPath = `${attendancePath}/absences`;
export const todayPath = `${attendancePath}/today`;
export const patternsPath = `${attendancePath}/patterns`;
export const handPath = `${attendancePath}/hand`;
export const figuresPath = `${attendancePath}/figures`;
export const settingsPath = `${attendancePath}/settings`;
export const minePath = `${attendancePath}/mine`;
export const absenceHref = (id: string, more?: string): string =>
  `${absencesPath}/${id}${more === undefined ? '' : `/${more}`}`;
export const pupilHref = (id: string, more?: string): string =>
  `${attendancePath}/pupils/${id}${more === undefined ? '' : `/${more}`}`;
/** Where a family says that its child is away. */
export const awayHref = (pupilId: string): string => `/children/${pupilId}/away`;
/** A family's own view of the year. */
export const childHref = (pupilId: string): string => `/children/${pupilId}/attendance`;

/** What part of each day: all of it, or one half. */
export const parts = ['day', 'am', 'pm'] as const;
export type Part = (typeof parts)[number];
/** Why, as a choice. A leave is asked for, not said. */
export const sorts = ['ill', 'appointment', 'something-else', 'leave'] as const;
export type Sort = (typeof sorts)[number];
/** How the school heard of it; `online` is the family itself. */
export const saidHows = ['phone', 'in-person', 'mail', 'letter'] as const;
export type SaidHow = (typeof saidHows)[number] | 'online';

const partWords: Readonly<Record<Part, () => string>> = {
  day: () => t('The whole day'),
  am: () => t('The morning only'),
  pm: () => t('The afternoon only'),
};
const sortWords: Readonly<Record<Sort, () => string>> = {
  ill: () => t('Ill'),
  appointment: () => t('Appointment'),
  'something-else': () => t('Something else'),
  leave: () => t('Asking for leave'),
};
const howWords: Readonly<Record<SaidHow, () => string>> = {
  online: () => t('Online'),
  phone: () => t('By phone'),
  'in-person': () => t('In person'),
  mail: () => t('By mail'),
  letter: () => t('In a letter'),
};

export const partInWords = (part: Part): string => partWords[part]();
export const sortInWords = (sort: Sort): string => sortWords[sort]();
export const howInWords = (how: SaidHow): string => howWords[how]();
