import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { practiceHref } from './addresses.ts';

interface Facts {
  words: string;
}

/** What one practises in the lists of what is one's own. */
export const ownPractice: OwnKind = {
  facts: (alias) => sql`(select json_build_object('words', x.words) from practice x
    where x.owner_id = ${sql.ref(`${alias}.owner_id`)} and x.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: Facts) => facts.words,
  href: (_, item) => practiceHref(item),
  bringBack: (_, item) => practiceHref(item, 'bring-back'),
  async setReaders(change, item, { grants }) {
    await shareItem(change.tx, item, grants, change.now);
    await change.record({
      ownerId: item.ownerId,
      kind: 'practice.shared',
      itemId: item.id,
      body: { organisationId: change.organisationId, readers: grants.length },
      tell: true,
    });
    return { grants: grantsOf(item) };
  },
};
