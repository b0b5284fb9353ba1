import { sql } from 'kysely';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import type { OwnKind } from '#platform/http/feature.ts';
import { titleOf, tryOutHref } from './addresses.ts';

interface Facts {
  technique: string;
  tried: string;
}

/** Try-outs in the lists of what is one's own. */
export const ownTryOuts: OwnKind = {
  facts: (
    alias,
  ) => sql`(select json_build_object('technique', t.technique, 'tried', t.texts ->> 'tried') from try_out t
    where t.owner_id = ${sql.ref(`${alias}.owner_id`)} and t.id = ${sql.ref(`${alias}.id`)})`,
  title: (facts: Facts) => titleOf(facts),
  href: (_, item) => tryOutHref(item),
  bringBack: (_, item) => tryOutHref(item, 'bring-back'),
  /** The meeting it was to come to and the place where it was filed go with its readers. */
  async setReaders(change, item, { grants, more }) {
    const before = await change.tx
      .selectFrom('try_out')
      .select(['meeting_id', 'place_id'])
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .executeTakeFirstOrThrow();
    await shareItem(change.tx, item, grants, change.now);
    await change.tx
      .updateTable('try_out')
      .set({ meeting_id: more?.meeting_id ?? null, place_id: more?.place_id ?? null })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .execute();
    await change.record({
      ownerId: item.ownerId,
      kind: 'try-out.shared',
      itemId: item.id,
      body: { organisationId: change.organisationId, readers: grants.length },
      tell: true,
    });
    return { grants: grantsOf(item), more: before };
  },
};
