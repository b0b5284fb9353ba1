import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Policy } from './policy.ts';
import type { Item } from './who.ts';

export type Ability = 'read' | 'contribute' | 'edit';

/** Somebody whom a grant can name. Made by the functions in `principals`. */
type Principal = string;

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
  const found = await findAudience(tx, ownerId, key);
  if (found) return found;
  const id = newId(at);
  const made = await tx
    .insertInto('audience')
    .values({ owner_id: ownerId, id, key, created_at: at })
    .onConflict((conflict) => conflict.columns(['owner_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Somebody else shared with the same people for the first time in the same moment, and was quicker.
  if (!made) return (await findAudience(tx, ownerId, key))!;
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

const findAudience = async (tx: Db, ownerId: string, key: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('audience')
      .select('id')
      .where('owner_id', '=', ownerId)
      .where('key', '=', key)
      .executeTakeFirst()
  )?.id;

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

/**
 * Stands for what belongs to a circle as a whole and has no row of its own in `item`, or none yet: a register,
 * what is about to be begun. The kernel answers about it from the same policy.
 */
export const itemOfCircle = (policy: Policy, ownerId: string, circleId: string): Item => ({
  ownerId,
  id: circleId,
  kind: policy.kind,
  purpose: policy.purpose,
  authorId: '',
  circleId,
  audienceId: null,
  excludesManagers: false,
  createdAt: new Date(0),
  endedAt: null,
  granted: [],
  audience: [],
  overridden: false,
});

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
