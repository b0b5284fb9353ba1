import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { planPolicy, suggestionPolicy } from './plan.policy.ts';

/** Somebody asked this person to look at a plan. */
export const lookNotice = 'plans.look';
/** Colleagues suggested something beside a plan that this person teaches by. */
export const suggestionsNotice = 'plans.suggestions';

export const planNotices = {
  [lookNotice]: () => t('A plan to look at'),
  [suggestionsNotice]: () => t('A suggestion beside a plan of yours'),
} satisfies Record<string, () => string>;

export const planNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [lookNotice]: {
    readsByItself: true,
    namesPeople: true,
    facts: (alias, who) => sql`(select json_build_object('title', s.title, 'name', b.name) from plan_look k
      join scheme s on s.owner_id = ${who.organisationId} and s.id = k.scheme_id
      join item i on i.owner_id = ${who.organisationId} and i.id = s.id and i.ended_at is null
      join person b on b.id = k.asked_by
      where k.owner_id = ${who.organisationId} and k.id::text = ${sql.ref(`${alias}.subject_key`)}
        and k.asked_of = ${who.personId} and ${who.sees('i', planPolicy)})`,
    says: ({ title, name }: { title: string; name: string }) =>
      t('{name} asks you to look at “{title}”', { name, title }),
  },
  [suggestionsNotice]: {
    readsByItself: true,
    facts: (alias, who) => sql`(select json_build_object('title', s.title, 'n', count(g.id)) from scheme s
      join plan_suggestion g on g.owner_id = ${who.organisationId} and g.scheme_id = s.id and g.state = 'open'
      join item i on i.owner_id = ${who.organisationId} and i.id = g.id and i.ended_at is null
      where s.owner_id = ${who.organisationId} and s.id = ${sql.ref(`${alias}.item_id`)}
        and ${who.sees('i', suggestionPolicy, 'answer')}
      group by s.title)`,
    says: ({ title, n }: { title: string; n: number }) =>
      tn(n, '{n} suggestion beside “{title}”', '{n} suggestions beside “{title}”', { title }),
  },
};
