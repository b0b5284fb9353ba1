import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** What each notice about who is in a group says in the list of what waits. */
export const peopleNotices = {
  'group.invited': () => t('You are asked into a group'),
  'group.lead': () => t('You are asked to keep the plan of a group'),
  'group.asks': () => t('Somebody asks to join your group'),
  'group.answered': () => t('The group you asked to join has answered'),
  'group.nobody-leads': () => t('Nobody keeps this group’s plan now'),
  'group.guest': () => t('You are let in for one stage of a group'),
  'group.person-left': () => t('Somebody left your group'),
  'group.guest-asked-for': () => t('A group asks for a guest of the school'),
};

/**
 * Whoever is not in a group yet cannot open it, so its name stands in the notice itself on their own first page;
 * a letter, which passes through other hands, does not say it.
 */
const inFull = (says: (group: string) => string): NoticeInFull => ({
  facts: (alias) => sql`(select json_build_object('group', p.title) from programme p
    where p.owner_id = ${sql.ref(`${alias}.from_owner`)} and p.id = ${sql.ref(`${alias}.item_id`)})`,
  says: ({ group }: { group: string }) => says(group),
});

export const peopleNoticesInFull = {
  'group.invited': inFull((group) => t('You are asked into the group “{group}”', { group })),
  'group.lead': inFull((group) => t('You are asked to keep the plan of “{group}”', { group })),
};
