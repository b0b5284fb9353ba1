import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface Account {
  personId: string;
  passwordHash: string;
  organisationId: string;
}

/**
 * The account behind an address: the organisation is the newest one that the person still belongs
 * to, else the last. An address of the school's stops signing in when the person has left it; a
 * personal one goes on reaching what is theirs.
 */
export async function selectAccount(db: Db, address: string): Promise<Account | undefined> {
  const found = await db
    .selectFrom('person_email as e')
    .innerJoin('credential as c', 'c.person_id', 'e.person_id')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.person_id as personId', 'c.password_hash as passwordHash', 'e.kind'])
    .where('e.address', '=', address)
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();
  if (!found) return undefined;
  const affiliation = await db
    .selectFrom('affiliation as a')
    .select(['a.organisation_id as organisationId', 'a.ended_at as endedAt'])
    .where('a.owner_id', '=', found.personId)
    .orderBy(sql`a.ended_at is null`, 'desc')
    .orderBy('a.created_at', 'desc')
    .executeTakeFirst();
  if (!affiliation || (found.kind === 'work' && affiliation.endedAt)) return undefined;
  return {
    personId: found.personId,
    passwordHash: found.passwordHash,
    organisationId: affiliation.organisationId,
  };
}
