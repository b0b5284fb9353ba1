import type { IncomingHttpHeaders } from 'node:http';
import { type ItemRow, itemOf } from '../access/select-item.ts';
import { admitTo, type Manner, type OpenedItem, openItem, Openings } from '../access/open.ts';
import type { Policy } from '../access/policy.ts';
import type { Item, Who } from '../access/who.ts';
import { recordedIn, record, type Happened } from '../audit/record.ts';
import type { Sessions } from '../auth/sessions.ts';
import { today } from '../calendar/dates.ts';
import type { Db } from '../db/database.ts';
import { type DraftFields, selectDraft } from '../drafts/drafts.ts';
import type { During } from '../error-report.ts';
import { NotSignedIn } from '../errors.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Storage } from '../storage/storage.ts';
import type { Keys } from '../vault/keys.ts';
import type { Vault } from '../vault/vault.ts';
import type { FormState } from './form-state.ts';
import { pageNumberOf } from './page-number.ts';

/** What the whole program shares: made once at start, handed to every request. */
export interface Services {
  db: Db;
  sessions: Sessions;
  mailer: Mailer;
  storage: Storage;
  /** Where recordings lie, sealed. */
  vault: Vault;
  /** What wraps their keys. */
  keys: Keys;
  /** The clock; tests move it. */
  now: () => Date;
  /** Where people reach this installation, without a final slash: http://127.0.0.1:8460 */
  address: () => string;
  /** Wakes the outbox relay after a change; it would wake by itself a little later. */
  nudge: () => void;
  /** Hears of errors that nobody expected, and in which request. */
  report: (error: unknown, during?: During) => void;
  /** Whether this site is the demo. */
  demo: boolean;
  /** The demo beside the school, where this process keeps one. */
  demoHouse: DemoHouse | null;
  /** Asked for before the first set-up where anybody could reach it; printed where the server was started. */
  setupCode: string | null;
}

/** The demo: its own database, files, cookie and address. */
export interface DemoHouse {
  state():
    | { is: 'absent' }
    | { is: 'preparing' }
    | { is: 'open'; address: string }
    | { is: 'failed'; why: string };
  /** Begins to prepare it, when it is not there; returns at once. */
  open(): void;
  /** Takes it away, with everything in it, as soon as its last page, /demo/going, was seen; returns at once. */
  remove(): void;
  /** Where the school is. */
  schoolAddress: string;
}

export interface StoredUpload {
  /** The form field it came in. */
  field: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** What is known of a request before anyone asks who it is. */
export interface Arrival {
  services: Services;
  db: Db;
  params: Record<string, string>;
  /** The part of the address after `?`, one value a name. */
  query: Record<string, string>;
  path: string;
  /** The request's headers as they came, for what a file asks: range, etag. */
  headers: IncomingHttpHeaders;
  /** The page of this site that led here, '/' when that is not known. */
  cameFrom: string;
  ip: string;
  device: string;
  now: Date;
  who: Who | null;
  sessionId: string | null;
  /** They came in by a picture card, as those do who do not read yet. */
  byCard: boolean;
  form: FormState | null;
}

/** The state of the form at `action`: what was sent and refused, when this page is that answer. */
export function formAt(arrival: Arrival, action: string): { action: string } & Partial<FormState> {
  if (arrival.form?.action !== action) return { action };
  arrival.form.taken = true;
  return arrival.form;
}

/** A visit by somebody signed in. */
export class Visit {
  readonly arrival: Arrival;
  readonly who: Who;
  readonly db: Db;
  readonly #openings = new Openings();

  constructor(arrival: Arrival, who: Who, db: Db = arrival.db) {
    this.arrival = arrival;
    this.who = who;
    this.db = db;
  }

  get services(): Services {
    return this.arrival.services;
  }
  get params(): Record<string, string> {
    return this.arrival.params;
  }
  get query(): Record<string, string> {
    return this.arrival.query;
  }
  get now(): Date {
    return this.arrival.now;
  }
  /** The page of a list that the address asks for, from 1. */
  get pageNumber(): number {
    return pageNumberOf(this.query.page);
  }
  /** Today's date in the organisation's time zone: '2026-11-22'. */
  get today(): string {
    return today(this.arrival.now, this.who.standing.organisation.zone);
  }
  /** The values and errors of a form that came back, for the form with this address. */
  formAt(action: string): { action: string; values?: FormState['values']; errors?: FormState['errors'] } {
    return formAt(this.arrival, action);
  }
  /** What one was writing under this key in this organisation, when a form of that `draft` was left unsent. */
  draft(key: string): Promise<DraftFields | undefined> {
    return selectDraft(this.db, this.who, key);
  }
  /** The organisation one is in. */
  get organisationId(): string {
    return this.who.organisationId;
  }

  /**
   * Opens an item: finds it, asks its policy, and notes it for the log. `ownerId` is the organisation
   * one is in unless the item belongs to a person.
   */
  async open(
    policy: Policy,
    id: string,
    ownerId = this.organisationId,
    manner: Manner = 'page',
  ): Promise<Item> {
    const item = await openItem(this.db, this.who, policy, ownerId, id, this.now);
    if (policy.logged) this.noteOpened(item, manner);
    return item;
  }

  /** The same for an item whose row (`itemList`) came with what else the page asked. */
  admit(policy: Policy, row: ItemRow | undefined, manner: Manner = 'page'): Item {
    const item = admitTo(this.who, policy, row && itemOf(row, this.who));
    if (policy.logged) this.noteOpened(item, manner);
    return item;
  }

  /**
   * Notes an item of somebody else's for the log: `open` and `admit` do, and whoever shows items of a list or by law.
   * `hiddenUntil` keeps it from its owner while telling would endanger someone.
   */
  noteOpened(item: OpenedItem, manner: Manner, hiddenUntil: Date | null = null): void {
    this.#openings.note(this.who, item, manner, hiddenUntil);
  }

  /** Writes the log of what was opened. Called once by whoever answers, when nothing was refused. */
  logOpened(db: Db = this.db): Promise<void> {
    return this.#openings.write(db, this.who, this.now);
  }
}

/** The visit of whoever is signed in; routes for them are not reached by others. */
export function visitOf(arrival: Arrival): Visit {
  if (!arrival.who) throw new NotSignedIn();
  return new Visit(arrival, arrival.who);
}

/** A visit that changes something: one transaction, in which the change is recorded. */
export class Change extends Visit {
  readonly uploads: readonly StoredUpload[];
  readonly #afterwards: (() => Promise<unknown>)[] = [];

  constructor(arrival: Arrival, who: Who, tx: Db, uploads: readonly StoredUpload[]) {
    super(arrival, who, tx);
    this.uploads = uploads;
  }

  get tx(): Db {
    return this.db;
  }

  override open(
    policy: Policy,
    id: string,
    ownerId = this.organisationId,
    manner: Manner = 'change',
  ): Promise<Item> {
    return super.open(policy, id, ownerId, manner);
  }

  override admit(policy: Policy, row: ItemRow | undefined, manner: Manner = 'change'): Item {
    return super.admit(policy, row, manner);
  }

  /** Writes what happened beside the change. An action that records nothing is refused. */
  record(happened: Omit<Happened, 'ownerId'> & { ownerId?: string }): Promise<string> {
    return record(this.tx, this.who.personId, { ownerId: this.organisationId, ...happened }, this.now);
  }

  /**
   * Does this once the change is committed and before it is answered: for what another connection does, such
   * as ending sessions, which no rollback would undo.
   */
  afterCommit(work: () => Promise<unknown>): void {
    this.#afterwards.push(work);
  }

  /** What was put off until now; called once by whoever committed. */
  async committed(): Promise<void> {
    for (const work of this.#afterwards) await work();
  }

  get recorded(): number {
    return recordedIn(this.tx);
  }
}
