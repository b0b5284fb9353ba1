import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { sortName, wholeName, type Names } from './names.ts';

export interface NewPerson extends Names {
  /** A new one unless given. */
  id?: string | undefined;
  /** BCP 47; the organisation's unless given. */
  locale?: string | null | undefined;
}

/** Writes one person, who belongs nowhere yet. Returns their id. */
export async function insertPerson(tx: Db, person: NewPerson, now: Date): Promise<string> {
  const [id] = await insertPeople(tx, [person], now);
  return id!;
}

/** Writes people in one statement; ids in the same order. `person` is a copied table: write it first. */
export async function insertPeople(tx: Db, people: readonly NewPerson[], now: Date): Promise<string[]> {
  const rows = people.map((person) => ({
    id: person.id ?? newId(now),
    given_name: person.givenName,
    family_name: person.familyName,
    name: wholeName(person),
    sort_name: sortName(person),
    locale: person.locale ?? null,
    created_at: now,
    ended_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('person').values(rows).execute();
  return rows.map(({ id }) => id);
}

/**
 * Writes somebody's names as they are now. The sort name is kept beside each membership too, so the
 * organisations that list them are told, by id.
 */
export async function updateNames(
  tx: Db,
  personId: string,
  names: Names,
  organisationIds: readonly string[],
): Promise<void> {
  const sort_name = sortName(names);
  await tx
    .updateTable('person')
    .set({ given_name: names.givenName, family_name: names.familyName, name: wholeName(names), sort_name })
    .where('id', '=', personId)
    .execute();
  if (organisationIds.length === 0) return;
  await tx
    .updateTable('member')
    .set({ sort_name })
    .where('owner_id', 'in', organisationIds)
    .where('person_id', '=', personId)
    .execute();
}
