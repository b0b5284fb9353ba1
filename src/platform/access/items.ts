import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Policy } from './policy.ts';
import type { Purpose } from './purpose.ts';
import type { Item, Who } from './who.ts';

export type Ability = 'read' | 'contribute' | 'edit';

/** Somebody whom a grant can name. Made by the functions in `principals`. */
export type Principal = string;

export const principals = {
  person: (id: string): Principal => `person:${id}`,
  circle: (id: string, part?: string): Principal => (part ? `circle:${id}:${part}` : `circle:${id}`),
  role: (organisationId: string, role: string): Principal => `role:${organisationId}:${role}`,
  /** Everybody of one kind in an organisation: its staff, its pupils. */
  kind: (organisationId: string, kind: string): Principal => `${kind}:${organisationId}`,
  unit: (id: string): Principal => `unit:${id}`,
} as const;

export interface Grant {
  principal: Principal;
  ability: Ability;
}

/**
 * The audience with exactly these grants, made when it is not there yet. No grants, no audience:
 * then only what the policy says of authors and roles applies. Deduplicated per owner.
 */
export async function audienceOf(
  tx: Db,
  ownerId: string,
  grants: readonly Grant[],
  at: Date,
): Promise<string | null> {
  if (grants.length === 0) return null;
  const unique = [
    ...new Map(grants.map((grant) => [`${grant.principal} ${grant.ability}`, grant])).entries(),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const key = unique.map(([name]) => name).join('\n');
  const found = await tx
    .selectFrom('audience')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (found) return found.id;
  const id = newId(at);
  await tx.insertInto('audience').values({ owner_id: ownerId, id, key, created_at: at }).execute();
  await tx
    .insertInto('audience_grant')
    .values(
      unique.map(([, grant]) => ({
        owner_id: ownerId,
        audience_id: id,
        principal: grant.principal,
        ability: grant.ability,
      })),
    )
    .execute();
  return id;
}

/**
 * Makes the item that a feature's own row shares its id with.
 * `ownerId` is the person for what people write about their own learning, else the organisation.
 */
export async function insertItem(
  tx: Db,
  item: {
    ownerId: string;
    policy: Policy;
    authorId: string;
    circleId?: string | null;
    grants?: readonly Grant[];
    excludesManagers?: boolean;
    id?: string;
  },
  at: Date,
): Promise<string> {
  const id = item.id ?? newId(at);
  await tx
    .insertInto('item')
    .values({
      owner_id: item.ownerId,
      id,
      kind: item.policy.kind,
      purpose: item.policy.purpose,
      author_id: item.authorId,
      circle_id: item.circleId ?? null,
      audience_id: await audienceOf(tx, item.ownerId, item.grants ?? [], at),
      excludes_managers: item.excludesManagers ?? false,
      created_at: at,
      ended_at: null,
    })
    .execute();
  return id;
}

/** Changes who the item is shared with. */
export async function shareItem(
  tx: Db,
  item: Pick<Item, 'ownerId' | 'id'>,
  grants: readonly Grant[],
  at: Date,
): Promise<void> {
  const audienceId = await audienceOf(tx, item.ownerId, grants, at);
  await tx
    .updateTable('item')
    .set({ audience_id: audienceId })
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .execute();
}

/** Who an item is shared with, as it would be shared again. */
export const grantsOf = ({ audience }: Pick<Item, 'audience'>): Grant[] =>
  audience.map(({ principal, ability }) => ({ principal, ability: ability as Ability }));

/** A soft ending; `endedAt: null` brings it back. */
export async function endItem(
  tx: Db,
  item: Pick<Item, 'ownerId' | 'id'>,
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('item')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .execute();
}

/** One item as this person reaches it, or undefined. Deciding is left to `who.may`. */
export async function selectItem(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
  now: Date,
): Promise<Item | undefined> {
  const row = await db
    .selectFrom('item as i')
    .select([
      'i.owner_id as ownerId',
      'i.id',
      'i.kind',
      'i.purpose',
      'i.author_id as authorId',
      'i.circle_id as circleId',
      'i.audience_id as audienceId',
      'i.excludes_managers as excludesManagers',
      'i.created_at as createdAt',
      'i.ended_at as endedAt',
      sql<Item['audience']>`coalesce((select json_agg(json_build_object(
          'principal', g.principal, 'ability', g.ability,
          'name', coalesce(p.name, c.name, u.name)) order by g.principal)
        from audience_grant g
        left join person p on p.id = case when g.principal like 'person:%' then split_part(g.principal, ':', 2)::uuid end
        left join circle c on c.owner_id = ${who.organisationId}
          and c.id = case when g.principal like 'circle:%' then split_part(g.principal, ':', 2)::uuid end
        left join unit u on u.owner_id = ${who.organisationId}
          and u.id = case when g.principal like 'unit:%' then split_part(g.principal, ':', 2)::uuid end
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id), '[]'::json)`.as('audience'),
      sql<boolean>`exists (select 1 from access_override o where o.owner_id = i.owner_id and o.item_id = i.id
        and o.reader_id = ${who.personId} and o.agreed_at is not null and o.expires_at > ${now})`.as(
        'overridden',
      ),
    ])
    .where('i.owner_id', '=', ownerId)
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const mine = new Set(who.standing.principals);
  return {
    ...row,
    purpose: row.purpose as Purpose,
    granted: row.audience.filter((grant) => mine.has(grant.principal)).map((grant) => grant.ability),
  };
}
