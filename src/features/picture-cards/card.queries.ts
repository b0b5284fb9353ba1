import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { mostWrong, wrongCountsFor } from './pictures.ts';

/** A pupil of a class, with the card they have, if any. */
export interface CardHolder {
  personId: string;
  name: string;
  givenName: string;
  familyName: string;
  madeAt: Date | null;
  /** Wrong rows of this week. */
  wrong: number;
}

/** The pupils of a class on a day, by name. */
export async function selectCardHolders(
  db: Db,
  owner: string,
  unitId: string,
  today: string,
): Promise<CardHolder[]> {
  const { rows } = await sql<CardHolder>`select p.id as "personId", p.name, p.given_name as "givenName",
      p.family_name as "familyName", c.made_at as "madeAt", coalesce(c.wrong, 0) as wrong
    from membership s join member m on m.owner_id = ${owner} and m.person_id = s.person_id and m.kind = 'pupil'
      and ${current('m', today)}
    join person p on p.id = s.person_id and p.ended_at is null
    left join picture_card c on c.owner_id = ${owner} and c.person_id = s.person_id
    where s.owner_id = ${owner} and s.unit_id = ${unitId} and s.part = 'pupil' and ${current('s', today)}
    order by p.sort_name, p.id limit 100`.execute(db);
  return rows;
}

/** The door of a class; undefined where nobody made one. */
export const selectDoorOf = (db: Db, owner: string, unitId: string): Promise<{ code: string } | undefined> =>
  db
    .selectFrom('class_door')
    .select('code')
    .where('owner_id', '=', owner)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();

export const insertDoor = (
  tx: Db,
  owner_id: string,
  unit_id: string,
  code: string,
  now: Date,
): Promise<unknown> =>
  tx.insertInto('class_door').values({ code, owner_id, unit_id, made_at: now }).execute();

/** Makes the card of a pupil, in place of the one they had. */
export const saveCard = (
  tx: Db,
  owner_id: string,
  card: { personId: string; rowHash: string; madeBy: string },
  now: Date,
): Promise<unknown> => {
  const row = { row_hash: card.rowHash, wrong: 0, wrong_since: now, made_by: card.madeBy, made_at: now };
  return tx
    .insertInto('picture_card')
    .values({ owner_id, person_id: card.personId, ...row })
    .onConflict((on) => on.columns(['owner_id', 'person_id']).doUpdateSet(row))
    .execute();
};

/** Forgets the wrong rows there were. */
export const forgetWrong = (tx: Db, owner: string, personId: string, now: Date): Promise<unknown> =>
  tx
    .updateTable('picture_card')
    .set({ wrong: 0, wrong_since: now })
    .where('owner_id', '=', owner)
    .where('person_id', '=', personId)
    .execute();

/**
 * Counts a try as wrong before it is looked at, so that many at once are counted too. Answers what it is compared with;
 * 'shut' where there were too many already, undefined where there is no card.
 */
export async function countTry(
  db: Db,
  owner: string,
  personId: string,
  now: Date,
): Promise<{ rowHash: string } | 'shut' | undefined> {
  const { rows } = await sql<{ rowHash: string }>`update picture_card
    set wrong = case when wrong_since < ${new Date(now.getTime() - wrongCountsFor)} then 1 else wrong + 1 end,
      wrong_since = case when wrong_since < ${new Date(now.getTime() - wrongCountsFor)} then ${now}::timestamptz else wrong_since end
    where owner_id = ${owner} and person_id = ${personId}
      and (wrong < ${mostWrong} or wrong_since < ${new Date(now.getTime() - wrongCountsFor)})
    returning row_hash as "rowHash"`.execute(db);
  if (rows[0]) return rows[0];
  const card = await db
    .selectFrom('picture_card')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return card && 'shut';
}

/** The try that was counted was right. Wrong ones before it still count: a guess between two right rows is a guess. */
export const uncountTry = (db: Db, owner: string, personId: string): Promise<unknown> =>
  db
    .updateTable('picture_card')
    .set({ wrong: sql`greatest(wrong - 1, 0)` })
    .where('owner_id', '=', owner)
    .where('person_id', '=', personId)
    .execute();

export interface Door {
  ownerId: string;
  unitId: string;
  unit: string;
  zone: string;
}

/** The class behind a code; undefined where there is none, or the class is over. */
export async function selectDoor(db: Db, code: string): Promise<Door | undefined> {
  const door = await db
    .selectFrom('class_door as d')
    .innerJoin('organisation as o', 'o.id', 'd.owner_id')
    .select(['d.owner_id as ownerId', 'd.unit_id as unitId', 'o.time_zone as zone'])
    .where('d.code', '=', code)
    .where('o.ended_at', 'is', null)
    .executeTakeFirst();
  if (!door) return undefined;
  const unit = await db
    .selectFrom('unit')
    .select('name')
    .where('owner_id', '=', door.ownerId)
    .where('id', '=', door.unitId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return unit && { ...door, unit: unit.name };
}
