import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { goalHref, titleOf } from './goal.ts';

interface Facts {
  goal: string;
}

/** Goals in the lists of what is one's own. */
export const ownGoals: OwnKind = {
  facts: (alias) => sql`(select json_build_object('goal', c.goal) from coaching_cycle c
    where c.owner_id = ${sql.ref(`${alias}.owner_id`)} and c.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: Facts) => titleOf(facts),
  href: (_, item) => goalHref(item),
  bringBack: (_, item) => goalHref(item, 'bring-back'),
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    await change.record({
      ownerId: item.ownerId,
      kind: 'coaching-goal.shared',
      itemId: item.id,
      body: { organisationId: change.organisationId, shared: grants.length > 0 },
    });
    return { grants: grantsOf(item) };
  },
};
