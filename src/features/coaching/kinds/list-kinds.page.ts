import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { compareKinds } from './compare-kinds.view.ts';

/** The three kinds of relationship beside each other, for whoever thinks about which one they need. */
export const listKindsPage = page('/coaching/kinds', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: async () => ({}),
  view: (_none, { who }) => ({
    title: t('Three ways of working together'),
    audience: allStaff(who, t('Everybody who works at the school, and its guests, can read this.')),
    trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
    wide: true,
    body: compareKinds(who.standing.kind === 'staff'),
  }),
});
