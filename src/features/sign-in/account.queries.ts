import { sql } from 'kysely';
import { addressCounts, stillCounts } from '#platform/auth/addresses.ts';
import type { Db } from '#platform/db/database.ts';

/** What is known of somebody who is to have an account, or has one. */
export interface AccountHolder {
  personId: string;
  name: string;
  givenName: string;
  familyName: string;
  locale: string;
  zone: string;
  school: string;
  organisationId: string;
  hasPassword: boolean;
  /** Still a member of the organisation. */
  belongs: boolean;
  /** Those that still reach them; work addresses first. */
  emails: { address: string; kind: 'work' | 'personal'; confirmed: boolean }[];
}

/** Somebody in one organisation, with their addresses; undefined when they were never in it. */
export async function selectAccountHolder(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<AccountHolder | undefined> {
  const row = await db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .innerJoin('organisation as o', 'o.id', 'm.owner_id')
    .select([
      'p.id as personId',
      'p.name',
      'p.given_name as givenName',
      'p.family_name as familyName',
      'o.time_zone as zone',
      'o.name as school',
      'o.id as organisationId',
      sql<string>`coalesce(p.locale, o.locale)`.as('locale'),
      sql<boolean>`m.ended_at is null`.as('belongs'),
      sql<boolean>`exists (select 1 from credential c where c.person_id = p.id)`.as('hasPassword'),
      sql<AccountHolder['emails']>`coalesce((select json_agg(json_build_object(
          'address', e.address, 'kind', e.kind, 'confirmed', e.confirmed_at is not null)
          order by e.kind desc, e.created_at)
        from person_email e where e.person_id = p.id and ${addressCounts([personId])}), '[]'::json)`.as(
        'emails',
      ),
    ])
    .where('m.owner_id', '=', organisationId)
    .where('m.person_id', '=', personId)
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();
  return row;
}

/**
 * Whom an address reaches, for a new password: the person, if they agreed that it is theirs, or if
 * their school invited them and they have no password yet. An address that a school gave is
 * worth nothing once the person has left that school.
 */
export async function selectReachable(
  db: Db,
  address: string,
): Promise<{ personId: string; organisationId: string; hasPassword: boolean } | undefined> {
  const found = await db
    .selectFrom('person_email as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'e.person_id as personId',
      sql<boolean>`e.confirmed_at is not null`.as('confirmed'),
      sql<boolean>`exists (select 1 from credential c where c.person_id = p.id)`.as('hasPassword'),
      sql<boolean>`exists (select 1 from link_token l where l.person_id = p.id and l.kind = 'invitation')`.as(
        'invited',
      ),
    ])
    .where('e.address', '=', address)
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();
  if (!found || !(found.hasPassword ? found.confirmed : found.invited)) return undefined;
  if (!(await stillCounts(db, found.personId, address))) return undefined;
  const affiliation = await db
    .selectFrom('affiliation as a')
    .select(['a.organisation_id as organisationId', 'a.ended_at as endedAt'])
    .where('a.owner_id', '=', found.personId)
    .orderBy(sql`a.ended_at is null`, 'desc')
    .orderBy('a.created_at', 'desc')
    .executeTakeFirst();
  if (!affiliation || (affiliation.endedAt && !found.hasPassword)) return undefined;
  return {
    personId: found.personId,
    organisationId: affiliation.organisationId,
    hasPassword: found.hasPassword,
  };
}

/** Keeps a first password. False when there is one already: nobody's is ever replaced by an invitation. */
export async function insertPassword(
  db: Db,
  personId: string,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const made = await db
    .insertInto('credential')
    .values({ person_id: personId, password_hash: passwordHash, changed_at: now })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Replaces a password. */
export async function updatePassword(
  db: Db,
  personId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('credential')
    .values({ person_id: personId, password_hash: passwordHash, changed_at: now })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ password_hash: passwordHash, changed_at: now }),
    )
    .execute();
}

/** The addresses a person was shown when they opened their account, and kept, are theirs. */
export async function confirmEmails(
  db: Db,
  personId: string,
  addresses: readonly string[],
  now: Date,
): Promise<void> {
  if (addresses.length === 0) return;
  await db
    .updateTable('person_email')
    .set({ confirmed_at: now })
    .where('person_id', '=', personId)
    .where('address', 'in', addresses)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** Writes an address that its holder has just proved. False when it is somebody else's already. */
export async function keepProvedEmail(
  db: Db,
  personId: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const kept = await db
    .insertInto('person_email')
    .values({ address, person_id: personId, kind: 'personal', confirmed_at: now, created_at: now })
    .onConflict((conflict) =>
      conflict
        .column('address')
        .doUpdateSet({ confirmed_at: now })
        .where('person_email.person_id', '=', personId),
    )
    .returning('address')
    .executeTakeFirst();
  return kept !== undefined;
}
