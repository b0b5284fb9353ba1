import { addDays } from '#platform/calendar/dates.ts';
import type { UnitNames } from './audience-words.ts';

export const sorts = ['notice', 'bulletin'] as const;
export type Sort = (typeof sorts)[number];

/** What stands of a notice, as a page of it shows it. */
export interface PostedNotice {
  id: string;
  title: string;
  text: string;
  sort: Sort;
  /** The first and the last day on which it is shown. */
  fromOn: string;
  untilOn: string;
  mustRead: boolean;
  version: number;
  /** Who has read this version or a later one has read it. */
  askedVersion: number;
  authorId: string;
  author: string;
  createdAt: Date;
  changedAt: Date;
  changedBy: string;
  /** The version that the reader said they have read; null when they said nothing. */
  saidVersion: number | null;
  saidAt: Date | null;
}

/** What the lists show of a notice. */
export interface ListedNotice {
  id: string;
  title: string;
  text: string;
  sort: Sort;
  fromOn: string;
  untilOn: string;
  author: string;
  version: number;
  mustRead: boolean;
  /** It must be read, by this reader, who has not said so yet. */
  waits: boolean;
  /** Somebody changed it after it was put up. */
  changedAt: Date | null;
  /** Since one last looked. */
  isNew: boolean;
}

/** One on Today, with how many there are. */
export type BoardNotice = ListedNotice & { total: number };

/** The longest a notice may stand, in days: a school year. */
const longestDays = 366;
export const lastDayFor = (fromOn: string): string => addDays(fromOn, longestDays);

/** How long one stands unless somebody says otherwise: a week. */
export const usualLastDay = (fromOn: string): string => addDays(fromOn, 6);

export const unitNamesOf = (units: readonly { id: string; name: string }[]): UnitNames =>
  new Map(units.map(({ id, name }) => [id, name]));
