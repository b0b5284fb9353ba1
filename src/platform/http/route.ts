import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Grant } from '../access/items.ts';
import type { Policy } from '../access/policy.ts';
import type { Item, Who } from '../access/who.ts';
import type { Db } from '../db/database.ts';
import type { Purpose } from '../access/purpose.ts';
import type { Message } from '../jobs/outbox.ts';
import type { RecurringJob } from '../jobs/recurring.ts';
import type { Arrival, Change, Services, Visit } from './context.ts';
import type { Content } from './content.ts';

/**
 * Who may come to a route at all.
 *   'anyone'         nobody need be signed in (sign-in, help)
 *   'signed-in'      anybody with an account; shows only what is their own
 *   a policy         the load or run asks the kernel about items of this kind; one that never asks is refused
 *   roles            holders of one of these roles in the organisation one is in
 *   members          members of these kinds
 */
export type Access =
  | 'anyone'
  | 'signed-in'
  | Policy
  | { readonly roles: readonly string[]; readonly ask: string }
  | { readonly members: readonly string[] };

export const roles = (...names: string[]): Exclude<Access, 'anyone'> => ({
  roles: names,
  ask: 'Ask whoever runs Staffroom at your school.',
});
export const members = (...kinds: string[]): Exclude<Access, 'anyone'> => ({ members: kinds });

/** Where to go after a change, and what to say there. `undo` is the address that takes it back. */
export interface See {
  to: string;
  said?: string | undefined;
  undo?: string | undefined;
  /** The secret of a session that has just begun; null when it has just ended. */
  cookie?: string | null;
}
export const see = (to: string, said?: string, undo?: string): See => ({ to, said, undo });

/** Bytes that are not a page: a file, a feed, a sheet. */
export interface Bytes {
  body: string | Uint8Array | NodeJS.ReadableStream;
  type: string;
  /** Given, the browser saves it under this name. */
  saveAs?: string;
  status?: number;
  headers?: Record<string, string>;
}

interface Common {
  path: string;
  purpose: Purpose;
  access: Access;
}

export interface PageRoute extends Common {
  sort: 'page';
  /** Answers how to draw the page (done in the reader's language), or where to go instead. */
  draw(visit: Visit | Arrival): Promise<(() => Content) | See>;
}
export interface ActionRoute extends Common {
  sort: 'action';
  input: z.ZodType;
  /** The page that holds the form, drawn again when the input cannot be accepted. */
  page: PageRoute | null;
  /** The largest upload in bytes; none are taken unless given. */
  uploads: number;
  /** Why this action has nothing to record, where it has not. */
  unrecorded: string | null;
  run(change: Change | Arrival, input: unknown): Promise<See | Bytes>;
}
export interface BytesRoute extends Common {
  sort: 'bytes';
  send(visit: Visit | Arrival): Promise<Bytes>;
}
export type Route = PageRoute | ActionRoute | BytesRoute;

/** What a feature gives to the site. */
export interface Feature {
  name: string;
  routes: readonly Route[];
  /** The kinds of item it keeps; the list by which files, notices and the log find a kind's policy. */
  policies?: readonly Policy[];
  /** What it does when the relay tells it of an event, by the event's kind. May be told twice. */
  handlers?: Readonly<Record<string, Handler>>;
  /** What its notices say in the list of what waits, by the notice's kind. */
  notices?: Readonly<Record<string, () => string>>;
  /** What it does now and then by itself. */
  recurring?: (services: Services) => readonly RecurringJob[];
  /** Its days and times in a person's calendar, within the organisation they are in. */
  calendar?: CalendarSource;
  /** How the kinds of item that people share and take back by themselves are named, opened and taken back. */
  own?: Readonly<Record<string, OwnKind>>;
  /** How an item of a kind is shown whole to those whom the law lets open it; they see no other page of it. */
  present?: Readonly<Record<string, (db: Db, ownerId: string, id: string) => Promise<Presented>>>;
  /** What of it is the person's own and goes into their archive. */
  takeAway?: (
    db: Db,
    personId: string,
    organisationIds: readonly string[],
  ) => Promise<readonly TakeAwaySection[]>;
}

/** Does what follows from an event, told by the relay: `body` is what was recorded, with `actorId` and `itemId`. */
export type Handler = (services: Services, told: Message) => Promise<void>;

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
 *   changed_at timestamptz
 *   facts jsonb       whatever `title` needs
 */
export interface CalendarSource {
  select(who: Who, from: string, until: string): RawBuilder<unknown>;
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
}

/**
 * A kind of item that belongs to its author, for pages that list what is one's own across rooms. All rooms
 * are asked in one statement, so each gives its part of it: `facts` is one JSON column of a query that has the
 * item under `alias`; `organisationIds` are those that the person belongs or belonged to.
 */
export interface OwnKind {
  facts(alias: string, organisationIds: readonly string[]): RawBuilder<unknown>;
  /** What it is called, in the reader's language. */
  title(facts: never): string;
  /** Where its author opens it. */
  href(facts: never, item: { ownerId: string; id: string }): string;
  /** Where its author's button to bring it back posts, once it was taken away. */
  bringBack?(facts: never, item: { ownerId: string; id: string }): string;
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

interface PageSpec<Data, V> {
  purpose: Purpose;
  load(visit: V): Promise<Data | See>;
  view(data: Data, visit: V): Content;
}

const isSee = (value: unknown): value is See =>
  typeof value === 'object' && value !== null && 'to' in value && 'said' in value && 'undo' in value;

const drawn =
  <Data, V>(spec: PageSpec<Data, V>) =>
  async (visit: Visit | Arrival): Promise<(() => Content) | See> => {
    const data = await spec.load(visit as V);
    return isSee(data) ? data : () => spec.view(data, visit as V);
  };

/** A page for somebody signed in: who, what is asked of the database, what is shown. `load` may answer `see('/elsewhere')`. */
export const page = <Data>(
  path: string,
  spec: PageSpec<Data, Visit> & { access: Exclude<Access, 'anyone'> },
): PageRoute => ({ sort: 'page', path, purpose: spec.purpose, access: spec.access, draw: drawn(spec) });

/** A page that anybody may come to. */
export const publicPage = <Data>(path: string, spec: PageSpec<Data, Arrival>): PageRoute => ({
  sort: 'page',
  path,
  purpose: spec.purpose,
  access: 'anyone',
  draw: drawn(spec),
});

interface ActionSpec<Input extends z.ZodType, C> {
  purpose: Purpose;
  input: Input;
  page?: PageRoute;
  uploads?: number;
  unrecorded?: string;
  run(change: C, input: z.output<Input>): Promise<See | Bytes>;
}

const acting = <Input extends z.ZodType, C>(
  path: string,
  access: Access,
  spec: ActionSpec<Input, C>,
): ActionRoute => ({
  sort: 'action',
  path,
  access,
  purpose: spec.purpose,
  input: spec.input,
  page: spec.page ?? null,
  uploads: spec.uploads ?? 0,
  unrecorded: spec.unrecorded ?? null,
  run: spec.run as unknown as ActionRoute['run'],
});

/**
 * A change by somebody signed in. `run` is one transaction; it records what happened, or the
 * whole is refused (unless `unrecorded` says why there is nothing to record).
 */
export const action = <Input extends z.ZodType>(
  path: string,
  spec: ActionSpec<Input, Change> & { access: Exclude<Access, 'anyone'> },
): ActionRoute => acting(path, spec.access, spec);

/** A change that anybody may ask for; it opens its own transaction. */
export const publicAction = <Input extends z.ZodType>(
  path: string,
  spec: ActionSpec<Input, Arrival>,
): ActionRoute => acting(path, 'anyone', { unrecorded: 'records by itself', ...spec });

/** A file, a feed or a sheet for somebody signed in. */
export const bytes = (
  path: string,
  spec: { purpose: Purpose; access: Exclude<Access, 'anyone'>; send(visit: Visit): Promise<Bytes> },
): BytesRoute => ({
  sort: 'bytes',
  path,
  purpose: spec.purpose,
  access: spec.access,
  send: spec.send as BytesRoute['send'],
});

export const publicBytes = (
  path: string,
  spec: { purpose: Purpose; send(arrival: Arrival): Promise<Bytes> },
): BytesRoute => ({
  sort: 'bytes',
  path,
  purpose: spec.purpose,
  access: 'anyone',
  send: spec.send as BytesRoute['send'],
});

/** The access of a route in a word or two, for the list of routes. */
export function accessInWords(access: Access): string {
  if (typeof access === 'string') return access;
  if ('roles' in access) return `roles: ${access.roles.join(', ')}`;
  if ('members' in access) return `members: ${access.members.join(', ')}`;
  return `policy: ${access.kind}`;
}
