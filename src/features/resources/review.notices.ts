import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourcePolicy } from './resource.policy.ts';

/** The day on which its author wished to look at a page again has come. */
export const reviewNotice = 'resources.review';

export const resourceNotices = {
  [reviewNotice]: () => t('A page of yours to look at again'),
} satisfies Record<string, () => string>;

export const resourceNoticesInFull: Readonly<Record<string, NoticeInFull>> = {
  [reviewNotice]: {
    readsByItself: true,
    facts: (alias, who) => sql`(select json_build_object('title', r.title) from resource r
      join item i on i.owner_id = ${who.organisationId} and i.id = r.id
      where r.owner_id = ${who.organisationId} and r.id = ${sql.ref(`${alias}.item_id`)}
        and ${who.sees('i', resourcePolicy, 'write')})`,
    says: ({ title }: { title: string }) => t('Does “{title}” still hold?', { title }),
  },
};
