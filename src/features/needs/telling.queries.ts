import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Asking } from './asking.queries.ts';
import { asked } from './results.queries.ts';

export interface School {
  name: string;
  zone: string;
}

export const selectSchool = (db: Db, id: string): Promise<School | undefined> =>
  db.selectFrom('organisation').select(['name', 'time_zone as zone']).where('id', '=', id).executeTakeFirst();

/** Those who are asked and have not answered. */
export async function selectToTell(
  db: Db,
  organisationId: string,
  asking: Asking,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId"
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${organisationId} and p.ended_at is null and ${asked(asking, today)}
      and not exists (select 1 from needs_answer w where w.owner_id = m.owner_id and w.asking_id = ${asking.id}
        and w.person_id = m.person_id)`.execute(db);
  return rows.map((row) => row.personId);
}

/** True for the first who asks: a letter of this kind goes to a person once, however often the relay tells of it. */
export async function claimTelling(
  db: Db,
  organisationId: string,
  askingId: string,
  personId: string,
  kind: 'asked' | 'reminded',
  at: Date,
): Promise<boolean> {
  const claimed = await db
    .insertInto('needs_told')
    .values({ owner_id: organisationId, asking_id: askingId, person_id: personId, kind, at })
    .onConflict((conflict) => conflict.columns(['owner_id', 'asking_id', 'person_id', 'kind']).doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Makes notices that were done wait again, with a new day, for these people. */
export async function bringBack(
  db: Db,
  fromOwner: string,
  notices: { kind: string; subjectKey: string; dueAt: Date; personIds: readonly string[] },
): Promise<void> {
  if (notices.personIds.length === 0) return;
  await db
    .updateTable('notice')
    .set({ done_at: null, due_at: notices.dueAt })
    .where('owner_id', 'in', notices.personIds)
    .where('from_owner', '=', fromOwner)
    .where('kind', '=', notices.kind)
    .where('subject_key', '=', notices.subjectKey)
    .execute();
}
