import { formatDate, t } from '#platform/i18n/i18n.ts';
import { comparable } from '#platform/i18n/comparable.ts';

export const visitorsPath = '/visitors';
export const newPath = `${visitorsPath}/new`;
export const herePath = `${visitorsPath}/here`;
export const settingsPath = `${visitorsPath}/settings`;
export const visitorHref = (id: string, more = ''): string => `${visitorsPath}/${id}${more && `/${more}`}`;
export const dayHref = (day: string): string => `${visitorsPath}?day=${day}`;

export const kinds = ['visitor', 'volunteer', 'contractor', 'official'] as const;
export type VisitorKind = (typeof kinds)[number];
export const kindWords: Readonly<Record<VisitorKind, () => string>> = {
  visitor: () => t('Visitor'),
  volunteer: () => t('Volunteer'),
  contractor: () => t('Contractor'),
  official: () => t('From an authority'),
};

export const checks = ['seen', 'not-seen', 'not-needed'] as const;
export type Check = (typeof checks)[number];
export const checkWords: Readonly<Record<Check, () => string>> = {
  seen: () => t('Their check was seen'),
  'not-seen': () => t('Their check was not seen'),
  'not-needed': () => t('Needs none: never alone with pupils'),
};

/** Colours that a school can give to a kind; a badge says the kind in words as well. */
export const colours = ['blue', 'orange', 'green', 'purple'] as const;
export type Colour = (typeof colours)[number];
export const colourWords: Readonly<Record<Colour, () => string>> = {
  blue: () => t('Blue'),
  orange: () => t('Orange'),
  green: () => t('Green'),
  purple: () => t('Purple'),
};
export type BadgeColours = Readonly<Partial<Record<VisitorKind, Colour>>>;

/** How a name is compared with others; a name without letters of its own stands as it is. */
export const nameKey = (name: string): string => comparable(name) || name.toLowerCase();

/** Somebody who comes, as lists show them. Times as '09:30'. */
export interface Visitor {
  id: string;
  on: string;
  from: string | null;
  /** '' once the school's time for keeping names is over. */
  name: string;
  organisation: string;
  purpose: string;
  place: string;
  kind: VisitorKind;
  hostId: string;
  host: string;
  seriesId: string | null;
  writtenBy: string;
  arrivedAt: Date | null;
  leftAt: Date | null;
  version: number;
  endedAt: Date | null;
}

/** A check as it was last written down, for this visit or, of a weekly one, for any of its weeks. */
export interface Seen {
  seen: Check;
  /** The last day it holds; null where it has no end. */
  until: string | null;
  /** Stands for when it was written down: another one is another. */
  mark: number;
}

/** What the desk sees beside that. */
export interface AtTheDesk {
  /** Null where nothing was written down, and for who does not read it. */
  check: Seen | null;
  /** Somebody is to be asked before they are let in. */
  asks: boolean;
}

/** A check on a day, in words. */
export function checkInWords({ seen, until }: Seen, on: string): string {
  if (seen !== 'seen' || until === null) return checkWords[seen]();
  return until < on
    ? t('Their check ran out on {day}', { day: formatDate(until) })
    : t('Their check was seen and holds until {day}', { day: formatDate(until) });
}

/** Names are kept for so many days where a school settled nothing. */
export const usualKeepDays = 365;
