import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { addressOf } from './open-starting-points.ts';

/** Starting points in the lists of what is one's own. */
export const ownStartingPoints: OwnKind = {
  facts: (alias) => sql`(select json_build_object('title', s.title) from starting_points s
    where s.owner_id = ${sql.ref(`${alias}.owner_id`)} and s.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ title }: { title: string }) => title,
  href: (_, item) => addressOf(item),
  bringBack: (_, item) => `${addressOf(item)}/restore`,
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    await change.record({
      ownerId: item.ownerId,
      kind: grants.length > 0 ? 'starting-points.shared' : 'starting-points.unshared',
      itemId: item.id,
      body: { organisationId: change.organisationId },
      tell: true,
    });
    return { grants: grantsOf(item) };
  },
};
