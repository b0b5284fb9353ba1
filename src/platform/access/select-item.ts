import { type Expression, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { composed, type Given, list, type List } from './composed.ts';
import { type Item, sharedHere, type Who } from './who.ts';

/** An item as stored, with the grants of its audience in names. */
export interface ItemRow extends Omit<Item, 'granted'> {
  /** Whether what is granted counts in the organisation the person is in. */
  here: boolean;
}

/** One item as a person reaches it, or none, for a page that asks more in the same statement. */
export const itemList = (
  who: Who,
  at: { ownerId: Expression<string>; id: Expression<string>; now: Expression<Date> },
): List<ItemRow> =>
  list<ItemRow>(
    sql`select i.owner_id as "ownerId", i.id, i.kind, i.purpose, i.author_id as "authorId", i.circle_id as "circleId",
      i.audience_id as "audienceId", i.excludes_managers as "excludesManagers", i.created_at as "createdAt",
      i.ended_at as "endedAt",
      coalesce((select json_agg(json_build_object(
          'principal', g.principal, 'ability', g.ability,
          'name', coalesce(p.name, c.name, u.name)) order by g.principal)
        from audience_grant g
        left join person p on p.id = case when g.principal like 'person:%' then split_part(g.principal, ':', 2)::uuid end
        left join circle c on c.owner_id = ${who.organisationId}
          and c.id = case when g.principal like 'circle:%' then split_part(g.principal, ':', 2)::uuid end
        left join unit u on u.owner_id = ${who.organisationId}
          and u.id = case when g.principal like 'unit:%' then split_part(g.principal, ':', 2)::uuid end
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id), '[]'::json) as audience,
      ${sharedHere('i', who.organisationId)} as here,
      exists (select 1 from access_override o where o.owner_id = i.owner_id and o.item_id = i.id
        and o.reader_id = ${who.personId} and o.agreed_at is not null and o.expires_at > ${at.now}) as overridden
    from item i where i.owner_id = ${at.ownerId} and i.id = ${at.id}`,
    { createdAt: 'moment', endedAt: 'moment' },
  );

/** The item of a row, with what its audience grants this person. Deciding is left to `who.may`. */
export function itemOf({ here, ...row }: ItemRow, who: Who): Item {
  const mine = new Set(here ? who.standing.principals : []);
  return {
    ...row,
    granted: row.audience.filter((grant) => mine.has(grant.principal)).map((grant) => grant.ability),
  };
}

const ask = composed((who, given: Given<{ ownerId: string; id: string; now: Date }>) => ({
  items: itemList(who, given),
}));

/** One item as this person reaches it, or undefined. Deciding is left to `who.may`. */
export async function selectItem(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
  now: Date,
): Promise<Item | undefined> {
  const [row] = (await ask(db, who, { ownerId, id, now })).items;
  return row && itemOf(row, who);
}
