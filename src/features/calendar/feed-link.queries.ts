import type { Db } from '#platform/db/database.ts';
import { hashSecret, newSecret } from '#platform/auth/secrets.ts';
import { newId } from '#platform/db/ids.ts';
import type { Standing } from '#platform/access/who.ts';

/** When the address that is in use was made, or undefined when there is none. */
export async function selectFeedLink(
  db: Db,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('link_token')
    .select('created_at')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'calendar')
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst();
  return row?.created_at;
}

/** Ends the addresses in use. */
export async function endFeedLinks(
  db: Db,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('link_token')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'calendar')
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .execute();
}

/** Makes an address; answers its secret, of which only the hash is kept. */
export async function insertFeedLink(
  db: Db,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await db
    .insertInto('link_token')
    .values({
      id: newId(now),
      token_hash: hashSecret(secret),
      kind: 'calendar',
      person_id: personId,
      organisation_id: organisationId,
      created_at: now,
      expires_at: null,
      used_at: null,
    })
    .execute();
  return secret;
}

interface FeedOwner {
  person: { personId: string; name: string; locale: string; theme: string };
  organisation: Standing['organisation'];
}

/** Whose calendar a secret opens, or undefined. */
export async function selectFeedOwner(db: Db, secret: string, now: Date): Promise<FeedOwner | undefined> {
  const row = await db
    .selectFrom('link_token as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .select([
      'p.id as personId',
      'p.name',
      'p.theme',
      'p.locale',
      'o.locale as schoolLocale',
      'o.id',
      'o.name as school',
      'o.time_zone as zone',
      'o.currency',
    ])
    .where('l.token_hash', '=', hashSecret(secret))
    .where('l.kind', '=', 'calendar')
    .where((where) => where.or([where('l.expires_at', 'is', null), where('l.expires_at', '>', now)]))
    .where('p.ended_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      person: {
        personId: row.personId,
        name: row.name,
        theme: row.theme,
        locale: row.locale ?? row.schoolLocale,
      },
      organisation: { id: row.id, name: row.school, zone: row.zone, currency: row.currency },
    }
  );
}
