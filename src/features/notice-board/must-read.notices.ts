import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';

/** A notice that must be read waits for each of the staff it is for. */
export const mustReadNotice = 'notice-board.read';

export const boardNotices = {
  [mustReadNotice]: () => t('A notice to be read'),
} satisfies Record<string, () => string>;

/** On Today, where nobody but its reader sees it, it says which; letters do not. */
export const boardNoticesInFull: Record<string, NoticeInFull> = {
  [mustReadNotice]: {
    readsByItself: true,
    facts: (alias, who) => sql`(select json_build_object('title', n.title) from posted_notice n
      join item i on i.owner_id = ${who.organisationId} and i.id = n.id and i.ended_at is null
      where n.owner_id = ${who.organisationId} and n.id = ${sql.ref(`${alias}.item_id`)}
        and ${who.sees('i', postedNoticePolicy, 'hear')})`,
    says: ({ title }: { title: string }) => t('Read: {title}', { title }),
  },
};
