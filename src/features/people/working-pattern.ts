import { t } from '#platform/i18n/i18n.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayName: Readonly<Record<Weekday, () => string>> = {
  monday: () => t('Monday'),
  tuesday: () => t('Tuesday'),
  wednesday: () => t('Wednesday'),
  thursday: () => t('Thursday'),
  friday: () => t('Friday'),
  saturday: () => t('Saturday'),
  sunday: () => t('Sunday'),
};

/** A day that somebody works; times as '08:30', null when they are the school's. */
export interface WorkingDay {
  day: Weekday;
  from: string | null;
  until: string | null;
}

export interface WorkingPattern {
  days: readonly WorkingDay[];
  /** "Every other Friday". */
  note: string;
  version: number;
  writtenById: string;
  writtenBy: string;
  writtenAt: Date | null;
}

/** The days of somebody who has said nothing: they work whenever the school is open. */
export const usualDays: readonly WorkingDay[] = weekdays
  .slice(0, 5)
  .map((day) => ({ day, from: null, until: null }));

/** What is assumed of somebody who has said nothing. */
export const usualPattern: WorkingPattern = {
  days: usualDays,
  note: '',
  version: 0,
  writtenById: '',
  writtenBy: '',
  writtenAt: null,
};

/** The days in words: "Monday, 08:30 to 15:30; Tuesday". */
export const daysInWords = (days: readonly WorkingDay[]): string =>
  days
    .map(({ day, from, until }) =>
      from && until
        ? t('{day}, {from} to {until}', { day: weekdayName[day](), from, until })
        : weekdayName[day](),
    )
    .join('; ');
