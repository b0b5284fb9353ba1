import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/**
 * Whether the address in a row of person_email, under the alias `e`, still reaches its holder, who is one of
 * `personIds`: a personal one always, a work address only while they belong to the organisation that gave it,
 * or to one beneath. Its mailbox is somebody else's afterwards, wherever the person is by then.
 */
export const addressCounts = (personIds: readonly string[]): RawBuilder<boolean> => sql<boolean>`(
  e.kind = 'personal' or exists (
    select 1 from affiliation held join organisation place on place.id = held.organisation_id
      join organisation giver on giver.id = e.organisation_id
    where held.owner_id in (${sql.join(personIds)}) and held.owner_id = e.person_id and held.ended_at is null
      and starts_with(place.path, giver.path)))`;

/** The same of one address and its holder. */
export async function stillCounts(db: Db, personId: string, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('person_email as e')
    .select('e.address')
    .where('e.address', '=', address)
    .where('e.person_id', '=', personId)
    .where(addressCounts([personId]))
    .executeTakeFirst();
  return row !== undefined;
}
