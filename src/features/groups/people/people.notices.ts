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
