import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { observationHref, titleOf } from './observation.ts';

/** The observations of oneself in the lists of what is one's own. */
export const ownObservations: OwnKind = {
  facts: (alias) => sql`(select json_build_object('observed', d.name, 'observer', r.name) from observation o
    join person d on d.id = o.observed_id join person r on r.id = o.observer_id
    where o.owner_id = ${sql.ref(`${alias}.owner_id`)} and o.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: { observed: string; observer: string }) => titleOf(facts),
  href: (_, item) => observationHref(item),
  bringBack: (_, item) => observationHref(item, 'bring-back'),
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    const readers = grants.filter(({ ability }) => ability === 'read').length;
    await change.record({
      ownerId: item.ownerId,
      kind: 'observation.shared',
      itemId: item.id,
      body: { readers },
    });
    return { grants: grantsOf(item) };
  },
};
