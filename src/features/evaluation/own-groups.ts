import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { groupHref } from './addresses.ts';

interface Facts {
  name: string;
  number: number;
  slug: string;
}

/** Groups of pupils in the lists of what one keeps and shares. They belong to the school, so it is named. */
export const ownGroups: OwnKind = {
  facts: (
    alias,
    organisationIds,
  ) => sql`(select json_build_object('name', pg.name, 'number', pg.number, 'slug', pp.slug)
    from evaluation_group pg
    join evaluation pe on pe.owner_id = pg.owner_id and pe.id = pg.evaluation_id
    join programme pp on pp.owner_id = pe.owner_id and pp.id = pe.programme_id
    where pg.owner_id = any(${organisationIds}::uuid[]) and pg.owner_id = ${sql.ref(`${alias}.owner_id`)}
      and pg.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: Facts) => facts.name,
  href: (facts: Facts) => groupHref(facts, facts),
  bringBack: (facts: Facts) => groupHref(facts, facts, 'restore'),
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    await change.record({
      ownerId: item.ownerId,
      kind: 'evaluation.group-shared',
      itemId: item.id,
      body: { with: grants.length },
    });
    return { grants: grantsOf(item) };
  },
};
