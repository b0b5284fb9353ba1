import { sql } from 'kysely';
import type { OwnKind } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { planHref } from './plan.ts';

/** One's induction plan in the lists of what is one's own: named by its first day, since those pages are for learning. */
export const ownPlans: OwnKind = {
  facts: (alias) => sql`(select json_build_object('from', n.starts_on) from induction_plan n
    where n.owner_id = ${sql.ref(`${alias}.owner_id`)} and n.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ from }: { from: string }) => t('Induction plan from {day}', { day: formatDate(from) }),
  href: (_, item) => planHref(item),
};
