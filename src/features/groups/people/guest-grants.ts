import { type Ability, type Grant, principals, shareItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { makeMinutes } from '#features/sessions/index.ts';

interface GroupId {
  owner_id: string;
  id: string;
}

/**
 * Makes what somebody was let in for open to them, and nothing else: the outline of the group, and what is written at
 * the steps of their stages, worked out from the rows of `stage_guest`. Told again it changes nothing. Call it with
 * the group locked.
 */
export async function settleGuest(
  tx: Db,
  group: GroupId,
  personId: string,
  { today, by, now }: { today: string; by: string; now: Date },
): Promise<void> {
  const stays = await tx
    .selectFrom('stage_guest')
    .select(['stage', 'cycle'])
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
  const steps = await tx
    .selectFrom('programme_step')
    .select(['id', 'owner_id', 'programme_id', 'stage', 'cycle', 'ended_at'])
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('stage', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const theirs = new Set(
    steps
      .filter(
        (step) =>
          step.ended_at === null && stays.some((at) => at.stage === step.stage && at.cycle === step.cycle),
      )
      .map(({ id }) => id),
  );
  for (const step of steps) if (theirs.has(step.id)) await makeMinutes(tx, step, { authorId: by, at: now });
  await setGrant(tx, group.owner_id, [group.id], personId, 'read', stays.length > 0 ? [group.id] : [], now);
  await setGrant(
    tx,
    group.owner_id,
    steps.map(({ id }) => id),
    personId,
    'contribute',
    [...theirs],
    now,
  );
}

/** Of these items, the person has this ability by name at those in `at` and at no others. */
async function setGrant(
  tx: Db,
  ownerId: string,
  itemIds: readonly string[],
  personId: string,
  ability: Ability,
  at: readonly string[],
  now: Date,
): Promise<void> {
  if (itemIds.length === 0) return;
  const rows = await tx
    .selectFrom('item as i')
    .leftJoin('audience_grant as g', (join) =>
      join.onRef('g.owner_id', '=', 'i.owner_id').onRef('g.audience_id', '=', 'i.audience_id'),
    )
    .select(['i.id', 'g.principal', 'g.ability'])
    .where('i.owner_id', '=', ownerId)
    .where('i.id', 'in', itemIds)
    .execute();
  const principal = principals.person(personId);
  for (const [id, those] of Map.groupBy(rows, (row) => row.id)) {
    const grants = those.flatMap((row): Grant[] =>
      row.principal !== null && row.ability !== null
        ? [{ principal: row.principal, ability: row.ability as Ability }]
        : [],
    );
    const has = grants.some((grant) => grant.principal === principal && grant.ability === ability);
    if (has === at.includes(id)) continue;
    const others = grants.filter((grant) => grant.principal !== principal || grant.ability !== ability);
    await shareItem(tx, { ownerId, id }, has ? others : [...others, { principal, ability }], now);
  }
}
