import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { belowStep } from './addresses.ts';
import { sharingParts } from './reflection.queries.ts';

interface Facts {
  title: string;
  slug: string;
  number: number;
}

/** Thoughts on sessions in the lists of what is one's own. */
export const ownReflections: OwnKind = {
  facts: (
    alias,
    organisationIds,
  ) => sql`(select json_build_object('title', r.title, 'slug', p.slug, 'number', s.number)
    from reflection r
    join programme_step s on s.owner_id = any(${organisationIds}::uuid[]) and s.id = r.step_id
    join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
    where r.owner_id = ${sql.ref(`${alias}.owner_id`)} and r.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ title }: Facts) => title,
  href: (facts: Facts) => belowStep(facts, facts, 'reflection'),
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    const parts = grants.map(({ principal }) => principal.split(':')[2]);
    await change.tx
      .updateTable('reflection')
      .set({ shared_with: sharingParts.filter((part) => parts.includes(part)) })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .execute();
    await change.record({
      ownerId: item.ownerId,
      kind: 'reflection.shared',
      itemId: item.id,
      body: { organisationId: change.organisationId },
      tell: true,
    });
    return { grants: grantsOf(item) };
  },
};
