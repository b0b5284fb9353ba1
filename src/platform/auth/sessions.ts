import { CompiledQuery, sql } from 'kysely';
import { selectStanding } from '../access/standing.ts';
import type { Standing } from '../access/who.ts';
import { dayMs, today } from '../calendar/dates.ts';
import type { Db } from '../db/database.ts';
import { isId, newId } from '../db/ids.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** How long a session lasts unused, in milliseconds. */
export const sessionLasts = 30 * dayMs;
const noteSeenEvery = 10 * 60_000;

export interface SignedIn {
  sessionId: string;
  standing: Standing;
  /** It ends on its own day, however much it is used: it began with a picture card. */
  isShort: boolean;
  /** Whether it was given its whole time anew just now, so that the cookie must be as well. */
  carriedOn: boolean;
}

/**
 * A secret for the cookie of a session in an organisation. The organisation stands in front, so that the one
 * query of each request can name the owner it asks.
 */
export const secretFor = (organisationId: string): string => `${organisationId}.${newSecret()}`;
const organisationOf = (secret: string): string => secret.slice(0, secret.indexOf('.'));

interface Remembered {
  standing: Standing;
  epoch: number;
  on: string;
}

/**
 * Sessions live in the database; the cookie holds a secret of which only the hash is stored.
 * Each request asks one query whether the session still stands; the person's standing is
 * remembered between requests until the organisation's epoch moves or the day changes.
 */
export class Sessions {
  readonly #db: Db;
  readonly #remembered = new Map<string, Remembered>();

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Begins a session; gives the secret for the cookie. With `until` it ends then, however much it is used: a short one.
   */
  async begin(
    personId: string,
    organisationId: string,
    device: string,
    now: Date,
    until: Date | null = null,
  ): Promise<string> {
    const secret = secretFor(organisationId);
    await this.#db
      .insertInto('session')
      .values({
        id: newId(now),
        token_hash: hashSecret(secret),
        person_id: personId,
        organisation_id: organisationId,
        device: device.slice(0, 200),
        created_at: now,
        seen_at: now,
        expires_at: until ?? new Date(now.getTime() + sessionLasts),
        until,
        ended_at: null,
      })
      .execute();
    return secret;
  }

  /** Who holds this secret, now; undefined when nobody. */
  async find(secret: string, now: Date): Promise<SignedIn | undefined> {
    const organisationId = organisationOf(secret);
    if (!isId(organisationId)) return undefined;
    const { rows } = await this.#db.executeQuery(
      CompiledQuery.raw(findSession, [hashSecret(secret), organisationId, now]) as CompiledQuery<SessionRow>,
    );
    const row = rows[0];
    if (!row) return undefined;
    const carriedOn = now.getTime() - row.seenAt.getTime() > noteSeenEvery;
    if (carriedOn) await this.#noteSeen(row.sessionId, now);
    const { sessionId, isShort } = row;
    return { sessionId, isShort, standing: await this.#standing(row, now), carriedOn };
  }

  /**
   * Takes a session to the organisation that the new secret is for (`secretFor`); the old secret opens nothing
   * from then on. Whoever calls has seen that the person belongs there.
   */
  async move(personId: string, sessionId: string, secret: string, now: Date): Promise<void> {
    await this.#db
      .updateTable('session')
      .set({ token_hash: hashSecret(secret), organisation_id: organisationOf(secret), seen_at: now })
      .where('id', '=', sessionId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute();
  }

  async #standing(row: SessionRow, now: Date): Promise<Standing> {
    const on = today(now, row.zone);
    const key = `${row.personId} ${row.organisationId}`;
    const kept = this.#remembered.get(key);
    const person = { personId: row.personId, name: row.name, locale: row.locale, theme: row.theme };
    const organisation = {
      id: row.organisationId,
      name: row.organisationName,
      zone: row.zone,
      currency: row.currency,
    };
    if (kept && kept.epoch === row.epoch && kept.on === on && sameFace(kept.standing, person, organisation))
      return kept.standing;
    const standing = await selectStanding(this.#db, person, organisation, on);
    if (this.#remembered.size >= 5000) this.#remembered.clear();
    this.#remembered.set(key, { standing, epoch: row.epoch, on });
    return standing;
  }

  async #noteSeen(sessionId: string, now: Date): Promise<void> {
    await this.#db
      .updateTable('session')
      .set({ seen_at: now, expires_at: sql`coalesce(until, ${new Date(now.getTime() + sessionLasts)})` })
      .where('id', '=', sessionId)
      .execute();
  }

  /** Ends one session of a person. */
  async end(personId: string, sessionId: string, now: Date): Promise<void> {
    await this.#db
      .updateTable('session')
      .set({ ended_at: now })
      .where('id', '=', sessionId)
      .where('person_id', '=', personId)
      .execute();
  }

  /** Ends the short sessions of these people. */
  async endShort(personIds: readonly string[], now: Date): Promise<void> {
    if (personIds.length > 0)
      await this.#db
        .updateTable('session')
        .set({ ended_at: now })
        .where('person_id', 'in', personIds)
        .where('until', 'is not', null)
        .where('ended_at', 'is', null)
        .execute();
  }

  /** Ends every session of a person, but for the one they are in. */
  async endOthers(personId: string, keep: string | null, now: Date): Promise<void> {
    let others = this.#db
      .updateTable('session')
      .set({ ended_at: now })
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null);
    if (keep) others = others.where('id', '<>', keep);
    await others.execute();
  }
}

/** Written out, since every request asks it: building it each time would cost more than asking it. */
const findSession = `
  select s.id as "sessionId", s.seen_at as "seenAt", s.until is not null as "isShort", p.id as "personId", p.name, p.theme,
    o.id as "organisationId", o.name as "organisationName", o.time_zone as zone, o.currency,
    coalesce(p.locale, o.locale) as locale,
    coalesce((select e.epoch from access_epoch e where e.owner_id = $2), 0) as epoch
  from session s
  join person p on p.id = s.person_id
  join organisation o on o.id = s.organisation_id
  where s.token_hash = $1 and s.organisation_id = $2 and s.ended_at is null and s.expires_at > $3
    and p.ended_at is null`;

interface SessionRow {
  sessionId: string;
  isShort: boolean;
  seenAt: Date;
  personId: string;
  name: string;
  locale: string;
  theme: string;
  organisationId: string;
  organisationName: string;
  zone: string;
  currency: string;
  epoch: number;
}

const sameFace = (
  standing: Standing,
  person: { name: string; locale: string; theme: string },
  organisation: Standing['organisation'],
): boolean =>
  standing.name === person.name &&
  standing.locale === person.locale &&
  standing.theme === person.theme &&
  standing.organisation.name === organisation.name &&
  standing.organisation.zone === organisation.zone &&
  standing.organisation.currency === organisation.currency;
