import { sql } from 'kysely';
import type { OwnKind } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { targetHref } from './target.ts';

interface Facts {
  year: string;
}

/** One's targets in the lists of what is one's own: named by their year, since those pages are for learning. */
export const ownTargets: OwnKind = {
  facts: (alias) => sql`(select json_build_object('year', g.year) from appraisal_target g
    where g.owner_id = ${sql.ref(`${alias}.owner_id`)} and g.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ year }: Facts) => t('A target for {year}', { year }),
  href: (_, item) => targetHref(item),
  bringBack: (_, item) => targetHref(item, 'bring-back'),
  shown: {
    when: (alias) => sql<boolean>`exists (select 1 from line_management lm
      where lm.owner_id = ${sql.ref(`${alias}.owner_id`)} and lm.person_id = ${sql.ref(`${alias}.author_id`)}
        and lm.ended_at is null)`,
    to: () => t('your line manager'),
  },
};
