import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { collectedPolicy } from '../planner.policy.ts';
import type { Collected, FeatureNote } from './collection.ts';

/** How many stand beside each other, part by part. */
export const perPage = 12;
/** How many of the collection, in the order in which they came, a feature is noted of one by one. */
export const mostCompared = 60;

const columns = (ownerId: string) => sql`c.id, c.came, c.title, c.comes_from as "comesFrom", c.parts,
  c.added_at as "addedAt", c.ended_at as "endedAt",
  (select count(*)::int from collected_agreement b where b.owner_id = ${ownerId}
    and (b.added_at, b.id) <= (c.added_at, c.id)) as number`;

const open = (who: Who): RawBuilder<unknown> => sql`collected_agreement c
  join item i on i.owner_id = c.owner_id and i.id = c.id
  where c.owner_id = ${who.organisationId} and i.owner_id = ${who.organisationId}
    and c.ended_at is null and ${who.sees('i', collectedPolicy)}`;

const notes = (ownerId: string) =>
  list<FeatureNote>(
    sql`select f.id, f.feature, f.how, f.noticed, f.wanted, f.version, n.name as "writtenBy",
        f.written_at as "writtenAt"
      from agreement_feature_note f join person n on n.id = f.written_by where f.owner_id = ${ownerId}`,
    { writtenAt: 'moment' },
  );

/** Some of the collection in the order in which they came, how many there are in all, and what the school notices. */
export const selectCollection = composed(
  (who, { offset, limit }: Given<{ offset: number; limit: number }>) => ({
    agreements: list<Collected & { all: number }>(
      sql`select ${columns(who.organisationId)}, count(*) over ()::int as "all" from ${open(who)}
      order by c.added_at, c.id limit ${limit} offset ${offset}`,
      { addedAt: 'moment', endedAt: 'moment' },
    ),
    notes: notes(who.organisationId),
  }),
);

/** One agreement of the collection with its item. */
export const selectCollected = composed((who, { id, now }: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), id, now }),
  agreements: list<Collected>(
    sql`select ${columns(who.organisationId)} from collected_agreement c
      where c.owner_id = ${who.organisationId} and c.id = ${id}`,
    { addedAt: 'moment', endedAt: 'moment' },
  ),
}));

/** Puts an agreement into the collection of the organisation one is in. Answers its id. */
export async function insertCollected(
  { tx, organisationId: ownerId, who, now }: Change,
  { came, title, comesFrom, parts }: Pick<Collected, 'came' | 'title' | 'comesFrom' | 'parts'>,
): Promise<string> {
  const id = await insertItem(tx, { ownerId, policy: collectedPolicy, authorId: who.personId }, now);
  await tx
    .insertInto('collected_agreement')
    .values({
      owner_id: ownerId,
      id,
      came,
      title,
      comes_from: comesFrom,
      parts: JSON.stringify(parts),
      added_at: now,
    })
    .execute();
  return id;
}

/** Takes the words of an agreement out of the collection, and what was noted of it. */
export async function emptyCollected(tx: Db, of: { ownerId: string; id: string }, now: Date): Promise<void> {
  await tx
    .updateTable('collected_agreement')
    .set({ parts: '[]', title: '', comes_from: '', ended_at: now })
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .execute();
  await sql`update agreement_feature_note set how = how - ${of.id}::text where owner_id = ${of.ownerId}`.execute(
    tx,
  );
}
