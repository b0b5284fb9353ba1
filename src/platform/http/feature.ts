import type { Expression, RawBuilder } from 'kysely';
import type { Grant } from '../access/items.ts';
import type { Policy } from '../access/policy.ts';
import type { Item, Who } from '../access/who.ts';
import type { Db } from '../db/database.ts';
import type { Handler } from '../jobs/handler.ts';
import type { RecurringJob } from '../jobs/recurring.ts';
import type { Change, Visit } from './context.ts';
import type { Bytes, Route } from './route.ts';

/** What a feature gives to the site. */
export interface Feature {
  name: string;
  routes: readonly Route[];
  /** The place of the header that its rooms belong to, by that place's key, where their addresses do not say so. */
  place?: string;
  /** The kinds of item it keeps; the list by which files, notices and the log find a kind's policy. */
  policies?: readonly Policy[];
  /** What it does when it is told that something happened: `told(…)`. */
  handlers?: readonly Handler[];
  /** What its notices say in the list of what waits, by the notice's kind. */
  notices?: Readonly<Record<string, () => string>>;
  /** What some of them say instead where more is known to somebody who is in their circle, by the notice's kind. */
  noticesInFull?: Readonly<Record<string, NoticeInFull>>;
  /** What its forms that keep drafts are called, by what stands before the first colon of the draft's key. */
  drafts?: Readonly<Record<string, () => string>>;
  /** What it does now and then by itself. */
  recurring?: readonly RecurringJob[];
  /** Its days and times in a person's calendar, within the organisation they are in. */
  calendar?: CalendarSource;
  /** How the kinds of item that people share and take back by themselves are named, opened and taken back. */
  own?: Readonly<Record<string, OwnKind>>;
  /** How an item of a kind is shown whole to those whom the law lets open it; they see no other page of it. */
  present?: Readonly<Record<string, (db: Db, ownerId: string, id: string) => Promise<Presented>>>;
  /** How the film or the sound of such an item is played to them, and noted as opened by law. */
  presentMedia?: Readonly<
    Record<string, (visit: Visit, item: Item, hiddenUntil: Date | null) => Promise<Bytes>>
  >;
  /** What of it is the person's own and goes into their archive. */
  takeAway?: (
    db: Db,
    personId: string,
    organisationIds: readonly string[],
  ) => Promise<readonly TakeAwaySection[]>;
}

/** `facts`, one function for all kinds that ask the same, is one JSON column of a query that has the notice under `alias`, null where there is nothing to say. */
export interface NoticeInFull {
  facts(alias: string, who: Who): RawBuilder<unknown>;
  /** It is about something without a circle, and `facts` asks the kernel by itself whether this person reads it. */
  readsByItself?: true;
  /** Whether this person may know of it is asked each time: without facts it stands in no list of theirs. */
  onlyWithFacts?: true;
  /** It says by itself whom it is about, so the name of the circle is not said after it. */
  namesPeople?: true;
  /** In the reader's language. */
  says(facts: never): string;
}

/**
 * Where a feature's days and times come from. All features are asked in one statement, so each gives its
 * part of it: a `select` of exactly these columns, in this order and with these types, that names its
 * owner and asks `who.sees` of each item it shows:
 *
 *   id text           stays the same when the entry changes
 *   on_date date
 *   starts_at text    '15:30', or null for a whole day
 *   minutes integer   0 where there is no length
 *   place text
 *   href text
 *   changed_at timestamptz   the latest of its changes, being cancelled and brought back among them
 *   cancelled_at timestamptz   null while it is on; calendars elsewhere are told of it for a while, pages leave it out
 *   facts jsonb       whatever `title` needs; `order`, if any, sorts those of the same day and time
 */
export interface CalendarSource {
  select(who: Who, from: Expression<string>, until: Expression<string>): RawBuilder<unknown>;
  /** What an entry is called, in the reader's language. */
  title(facts: never): string;
}

export interface CalendarEntry {
  id: string;
  title: string;
  /** The day, '2026-11-25'; with `startsAt` ('15:30') a time of that day. */
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  href: string;
  changedAt: Date;
  /** It was taken out or called off. */
  isCancelled: boolean;
}

/** Their ids, or what selects them in the same statement. */
type OrganisationIds = readonly string[] | RawBuilder<unknown>;

/**
 * A kind of item that belongs to its author, for pages that list what is one's own across rooms. All rooms
 * are asked in one statement, so each gives its part of it: `facts` is one JSON column of a query that has the
 * item under `alias`; `organisationIds` are those that the person belongs or belonged to.
 */
export interface OwnKind {
  facts(alias: string, organisationIds: OrganisationIds): RawBuilder<unknown>;
  /** What it is called, in the reader's language. */
  title(facts: never): string;
  /** Where its author opens it. */
  href(facts: never, item: { ownerId: string; id: string }): string;
  /** Where its author's button to bring it back posts, once it was taken away. */
  bringBack?(facts: never, item: { ownerId: string; id: string }): string;
  /** Where others read it without its being shared with anybody by name: when they do, and who they are, in words. */
  shown?: {
    when(alias: string, organisationIds: OrganisationIds): RawBuilder<boolean>;
    to(facts: never): string;
  };
  /**
   * Makes exactly these the readers, in the author's transaction, with what hangs on it, and records it. Answers
   * what `readers` needs to be given to have it as it was. Absent where there is nothing to take back.
   */
  setReaders?(change: Change, item: Item, readers: Readers): Promise<Readers>;
}

/** Who reads an item, and what its room remembers beside that: where it was filed, for which meeting. */
export interface Readers {
  grants: readonly Grant[];
  more?: Readonly<Record<string, string | null>> | undefined;
}

/** An item in words: everything that was written in it, each with its label. */
export interface Presented {
  title: string;
  fields: readonly { label: string; text: string }[];
  /** It has a film or a sound that `presentMedia` plays. */
  plays?: 'video' | 'audio';
}

/** One part of a person's archive. */
export interface TakeAwaySection {
  title: string;
  entries: readonly {
    title: string;
    at: Date;
    fields: readonly { label: string; text: string }[];
    files?: readonly { name: string; sha256: string }[];
  }[];
  /** What stays with the school, and why, in a sentence; '' when nothing does. */
  stays: string;
}
