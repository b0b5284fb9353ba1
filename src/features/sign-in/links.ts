import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { hashSecret, newSecret } from '#platform/auth/secrets.ts';

const hour = 3_600_000;

/** How long each sort of link may be used. */
const lasts = { invitation: 14 * 24 * hour, reset: 2 * hour, 'confirm-email': 7 * 24 * hour } as const;
export type LinkKind = keyof typeof lasts;

export interface Link {
  id: string;
  personId: string;
  organisationId: string;
  /** The address it was sent to, or that it is to prove; null when it was handed over. */
  address: string | null;
  madeAt: Date;
  expiresAt: Date;
}

/**
 * Makes a link for one person and gives its secret, of which only the hash is kept. A new one ends
 * the earlier ones of its kind; a link that proves an address ends those for the same address.
 * `link_token` belongs to the installation: keep this out of transactions that write an owner's rows.
 */
export async function makeLink(
  db: Db,
  link: { kind: LinkKind; personId: string; organisationId: string; address: string | null },
  now: Date,
): Promise<string> {
  const address = link.kind === 'confirm-email' ? link.address : null;
  await endLinks(db, link.personId, link.kind, now, address);
  const secret = newSecret();
  await db
    .insertInto('link_token')
    .values({
      id: newId(now),
      token_hash: hashSecret(secret),
      kind: link.kind,
      person_id: link.personId,
      organisation_id: link.organisationId,
      address: link.address,
      created_at: now,
      expires_at: new Date(now.getTime() + lasts[link.kind]),
      used_at: null,
    })
    .execute();
  return secret;
}

/** Ends what is open of one kind, or only what is for `address`. */
export async function endLinks(
  db: Db,
  personId: string,
  kind: LinkKind,
  now: Date,
  address: string | null = null,
): Promise<void> {
  let open = db
    .updateTable('link_token')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  if (address !== null) open = open.where('address', '=', address);
  await open.execute();
}

export type Found = { is: 'open'; link: Link } | { is: 'used' | 'over' | 'unknown' };

/** What a secret from an address opens, now. */
export async function findLink(db: Db, kind: LinkKind, secret: string, now: Date): Promise<Found> {
  const row = await db
    .selectFrom('link_token')
    .select([
      'id',
      'person_id as personId',
      'organisation_id as organisationId',
      'address',
      'created_at as madeAt',
      'expires_at as expiresAt',
      'used_at as usedAt',
    ])
    .where('token_hash', '=', hashSecret(secret))
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row || row.organisationId === null) return { is: 'unknown' };
  if (row.usedAt) return { is: 'used' };
  if (!row.expiresAt || row.expiresAt <= now) return { is: 'over' };
  const { id, personId, organisationId, address, madeAt, expiresAt } = row;
  return { is: 'open', link: { id, personId, organisationId, address, madeAt, expiresAt } };
}

/** Uses a link up. False when somebody else did so first. */
export async function useLink(db: Db, id: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('link_token')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Addresses that somebody gave and has not confirmed yet, with the day until which they can. */
export const selectWaitingAddresses = (
  db: Db,
  personId: string,
  now: Date,
): Promise<{ address: string; until: Date }[]> =>
  db
    .selectFrom('link_token')
    .select(['address', 'expires_at as until'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'confirm-email')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('address', 'is not', null)
    .orderBy('created_at')
    .$narrowType<{ address: string; until: Date }>()
    .execute();
