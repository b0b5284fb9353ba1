import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Tone } from '../behaviour.ts';

export interface Category {
  id: string;
  tone: Tone;
  name: string;
  about: string;
  sign: string;
  points: number | null;
  version: number;
  endedAt: Date | null;
}

export type CategoryFields = Pick<Category, 'name' | 'about' | 'sign' | 'points'>;

/** The school's categories, what went well first, then as the school put them; those taken off the list last. */
export const categoriesList = (who: Who, which: 'open' | 'all'): List<Category> =>
  list<Category>(
    sql`select c.id, c.tone, c.name, c.about, c.sign, c.points, c.version, c.ended_at as "endedAt"
      from behaviour_category c
      where c.owner_id = ${who.organisationId} ${which === 'open' ? sql`and c.ended_at is null` : sql``}
      order by c.ended_at is not null, c.tone desc, c.position, c.created_at, c.id`,
    { endedAt: 'moment' },
  );

/** Adds categories after those there are; answers their ids. */
export async function insertCategories(
  tx: Db,
  owner: string,
  all: readonly ({ tone: Tone } & CategoryFields)[],
  now: Date,
): Promise<string[]> {
  const last = await tx
    .selectFrom('behaviour_category')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  const rows = all.map((each, nth) => ({
    owner_id: owner,
    id: newId(now),
    tone: each.tone,
    name: each.name,
    about: each.about,
    sign: each.sign,
    points: each.tone === 'positive' ? each.points : null,
    position: Number(last?.position ?? 0) + 1 + nth,
    version: 1,
    created_at: now,
  }));
  await tx.insertInto('behaviour_category').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Saves a category that is still at this version; whether it was. */
export async function updateCategory(
  tx: Db,
  owner: string,
  { id, version }: { id: string; version: number },
  fields: CategoryFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('behaviour_category')
    .set({ ...fields, version: version + 1 })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const setCategoryEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('behaviour_category')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
