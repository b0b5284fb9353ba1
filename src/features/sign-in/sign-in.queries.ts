import { sql } from 'kysely';
import { stillCounts } from '#platform/auth/addresses.ts';
import type { Db } from '#platform/db/database.ts';

export interface Account {
  personId: string;
  passwordHash: string;
  organisationId: string;
  /** Whether the person belongs to others beside it, and so is asked which one. */
  hasOthers: boolean;
}

/**
 * The account behind an address: the organisation is the one the person was in last, if they still belong
 * to it; else the newest one that they belong to; else the last. An address that a school gave stops
 * signing in when the person has left that school; a personal one goes on reaching what is theirs.
 */
export async function selectAccount(db: Db, address: string): Promise<Account | undefined> {
  const found = await db
    .selectFrom('person_email as e')
    .innerJoin('credential as c', 'c.person_id', 'e.person_id')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.person_id as personId', 'c.password_hash as passwordHash'])
    .where('e.address', '=', address)
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();
  if (!found || !(await stillCounts(db, found.personId, address))) return undefined;
  const { personId, passwordHash } = found;
  const affiliations = await db
    .selectFrom('affiliation as a')
    .select(['a.organisation_id as organisationId', 'a.ended_at as endedAt'])
    .where('a.owner_id', '=', personId)
    .orderBy(sql`a.ended_at is null`, 'desc')
    .orderBy('a.created_at', 'desc')
    .execute();
  const [newest] = affiliations;
  if (!newest) return undefined;
  const current = affiliations.filter(({ endedAt }) => endedAt === null).map((each) => each.organisationId);
  if (current.length < 2)
    return { personId, passwordHash, organisationId: newest.organisationId, hasOthers: false };
  const last = await selectLastOrganisation(db, personId);
  const organisationId = current.find((id) => id === last) ?? newest.organisationId;
  return { personId, passwordHash, organisationId, hasOthers: true };
}

/** The organisation that a person was in last, on any device; undefined before the first time. */
async function selectLastOrganisation(db: Db, personId: string): Promise<string | null | undefined> {
  const last = await db
    .selectFrom('session')
    .select('organisation_id as organisationId')
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.organisationId;
}
