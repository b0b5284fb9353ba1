import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { talkPolicy } from './messages.policy.ts';
import { othersOf } from './seen.ts';

/** Somebody wrote to one by name. What is said to a class or a group waits for nobody: Today counts it. */
export const unreadNotice = 'messages.unread';
/** A word was found where one watches. */
export const flaggedNotice = 'messages.flagged';
/** Somebody reported a message, and one is among those who look. */
export const reportNotice = 'messages.reported';

export const messageNotices = {
  [unreadNotice]: () => t('A message to be read'),
  [flaggedNotice]: () => t('A message to be looked at, in a space you watch'),
  [reportNotice]: () => t('A report about a message'),
} satisfies Record<string, () => string>;

/** On Today, where nobody but its reader sees it, it says from whom; letters do not. */
export const messageNoticesInFull: Record<string, NoticeInFull> = {
  [unreadNotice]: {
    readsByItself: true,
    namesPeople: true,
    facts: (alias, who) => sql`(select json_build_object('from', ${othersOf(who)}) from talk c
      join item i on i.owner_id = ${who.organisationId} and i.id = c.id and i.ended_at is null
      where c.owner_id = ${who.organisationId} and c.id = ${sql.ref(`${alias}.item_id`)}
        and ${who.sees('i', talkPolicy, 'takePart')})`,
    says: ({ from }: { from: string | null }) =>
      from === null ? t('A message to be read') : t('Read the message from {name}', { name: from }),
  },
};
