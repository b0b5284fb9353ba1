import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { drawnOnce } from '#ui/drawn-once.ts';
import { checklistsView } from './checklists.view.ts';
import { catalogue } from './read-catalogue.ts';

/** The lists that the sources offer for looking at professional development, each with its limits. */
export const checklistsPage = page('/evidence/checklists', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load() {
    return catalogue();
  },
  view: (all, { who }) => ({
    title: t('Checklists from the evidence'),
    audience: allStaff(who, t('It holds published evidence and nothing about anybody at the school.')),
    trail: [{ label: t('Evidence'), href: '/evidence' }],
    body: drawnOnce('checklists', null, () => checklistsView(all)),
  }),
});
