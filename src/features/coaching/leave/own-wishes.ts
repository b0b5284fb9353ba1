import { sql } from 'kysely';
import type { OwnKind } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { togetherHref } from '../together.ts';

interface Facts {
  /** The coaching's id. */
  id: string;
}

const wishOf = (alias: string) =>
  sql`w.owner_id = ${sql.ref(`${alias}.owner_id`)} and w.id = ${sql.ref(`${alias}.id`)}`;

/** One's quiet words in the list of what one has shared: the co-ordinator reads them until they are taken back. */
export const ownWishes: OwnKind = {
  facts: (alias) => sql`(select json_build_object('id', p.circle_id) from quiet_wish w
    join pairing p on p.owner_id = w.owner_id and p.id = w.pairing_id where ${wishOf(alias)})`,
  title: () => t('A quiet word about whom I work with'),
  href: (facts: Facts) => togetherHref(facts, 'quiet'),
  shown: {
    when: (alias) =>
      sql<boolean>`exists (select 1 from quiet_wish w where ${wishOf(alias)} and w.taken_back_at is null)`,
    to: () => t('the mentor co-ordinator'),
  },
};
