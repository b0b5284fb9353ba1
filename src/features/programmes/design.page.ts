import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { designView } from './design.view.ts';
import { designersNote } from './designers-note.ts';
import { openDesign } from './open-design.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { statusOf } from './status.ts';

/** Where a programme is laid out: its steps, the time they ask, what it costs and what may go wrong. */
export const designPage = page('/programmes/:programme/design', {
  purpose: 'learning',
  access: programmePolicy,
  load: (visit) => openDesign(visit, 'design'),
  view: ({ opened, design }, visit) => ({
    title:
      opened.programme.sort === 'group'
        ? t('Steps and dates: {title}', { title: opened.programme.title })
        : t('Design: {title}', { title: opened.programme.title }),
    audience: designersNote(opened.item, visit.who),
    status: statusOf(opened.programme, design.steps, visit.today),
    action: { label: t('Add a step'), href: programmeHref(opened.programme, 'design/steps/new') },
    trail: trailOf(opened.programme),
    wide: true,
    body: designView({
      opened,
      design,
      today: visit.today,
      who: visit.who,
      currency: visit.who.standing.organisation.currency,
      formAt: (below) => visit.formAt(programmeHref(opened.programme, below)),
    }),
  }),
});
