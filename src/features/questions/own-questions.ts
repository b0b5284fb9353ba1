import { sql } from 'kysely';
import type { OwnKind } from '#platform/http/feature.ts';
import { questionHref } from './addresses.ts';

interface Facts {
  title: string;
  slug: string;
}

/** One's questions in the lists of what is one's own. Who reads one is chosen when it is asked; it can be taken away. */
export const ownQuestions: OwnKind = {
  facts: (alias) => sql`(select json_build_object('title', q.title, 'slug', p.slug) from question q
    join programme p on p.owner_id = q.owner_id and p.id = q.programme_id
    where q.owner_id = ${sql.ref(`${alias}.owner_id`)} and q.id = ${sql.ref(`${alias}.id`)})`,
  title: ({ title }: Facts) => title,
  href: (facts: Facts, item) => questionHref(facts, item.id),
  bringBack: (facts: Facts, item) => questionHref(facts, item.id, 'ask-again'),
};
