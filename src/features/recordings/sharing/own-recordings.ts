import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { recordingHref } from '../recording.ts';

/** One's recordings in the lists of what is one's own. */
export const ownRecordings: OwnKind = {
  facts: (alias) => sql`(select json_build_object('title', r.title) from recording r
    where r.owner_id = ${sql.ref(`${alias}.owner_id`)} and r.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: { title: string }) => facts.title,
  href: (_, item) => recordingHref(item),
  bringBack: (_, item) => recordingHref(item, 'bring-back'),
  async setReaders(change, item, { grants }) {
    const before = grantsOf(item);
    await shareItem(change.tx, item, grants, change.now);
    await change.record({
      ownerId: item.ownerId,
      kind: 'recording.shared',
      itemId: item.id,
      body: { readers: grants.length, before: before.map(({ principal }) => principal) },
      tell: true,
    });
    return { grants: before };
  },
};
