import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import type { PhoneLabel } from './phone-number.ts';

export interface Phone {
  id: string;
  personId: string;
  /** As it was written. */
  number: string;
  label: PhoneLabel;
}

/**
 * The numbers of people, as a select in brackets of person_id, number and position: which to try first, from 1.
 * Whether the reader may know is the caller's to decide.
 */
export const phonesOf = (owner: string): RawBuilder<unknown> =>
  sql`(select n.person_id, n.number, n.position from contact_phone n
    where n.owner_id = ${owner} and n.ended_at is null)`;

/** The numbers of one person as a JSON list, which to try first before the others. */
export const phonesJson = (
  owner: string,
  personId: RawBuilder<unknown> | Expression<unknown>,
): RawBuilder<Phone[]> =>
  sql<
    Phone[]
  >`coalesce((select json_agg(json_build_object('id', n.id, 'personId', n.person_id, 'number', n.number,
      'label', n.label) order by n.position, n.id)
    from contact_phone n where n.owner_id = ${owner} and n.person_id = ${personId} and n.ended_at is null), '[]'::json)`;

/** One's own numbers, which to try first before the others. */
export const selectPhones = (db: Db, owner: string, personId: string): Promise<Phone[]> =>
  db
    .selectFrom('contact_phone')
    .select(['id', 'person_id as personId', 'number', 'label'])
    .where('owner_id', '=', owner)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .$narrowType<{ label: PhoneLabel }>()
    .execute();

export interface KeptPhone extends Phone {
  position: number;
  endedAt: Date | null;
}

/** A number, ended or not, held until the change is written; undefined when there is none. */
export async function lockPhone(tx: Db, owner: string, id: string): Promise<KeptPhone | undefined> {
  if (!isId(id)) return undefined;
  return tx
    .selectFrom('contact_phone')
    .select(['id', 'person_id as personId', 'number', 'label', 'position', 'ended_at as endedAt'])
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .forUpdate()
    .$narrowType<{ label: PhoneLabel }>()
    .executeTakeFirst();
}

/** Writes a number down, to be tried after those that are there. Answers its id. */
export async function insertPhone(
  tx: Db,
  owner: string,
  phone: { personId: string; number: string; label: PhoneLabel; writtenBy: string },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await sql`insert into contact_phone (owner_id, id, person_id, number, label, position, written_by, created_at)
    select ${owner}, ${id}, ${phone.personId}, ${phone.number}, ${phone.label}, 1 + coalesce(max(n.position), 0),
      ${phone.writtenBy}, ${now}
    from contact_phone n
    where n.owner_id = ${owner} and n.person_id = ${phone.personId} and n.ended_at is null`.execute(tx);
  return id;
}

/** Ends a number at this instant, or with `null` takes the ending back. */
export const setPhoneEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('contact_phone')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();

/** Makes a number the first to be tried. */
export const putFirst = (tx: Db, owner: string, { id, personId }: Phone): Promise<unknown> =>
  sql`update contact_phone n set position = case when n.id = ${id} then 1 else n.position + 1 end
    where n.owner_id = ${owner} and n.person_id = ${personId} and n.ended_at is null`.execute(tx);
