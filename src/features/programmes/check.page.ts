import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { checkView } from './check.view.ts';
import { checkDesign } from './check-design.ts';
import { designersNote } from './designers-note.ts';
import { openDesign } from './open-design.ts';
import { mustBeLed } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';

/** The design check: what we noticed, with the evidence for and against each, and no score. */
export const checkPage = page('/programmes/:programme/check', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { opened, design } = await openDesign(visit, 'design');
    mustBeLed(opened.programme);
    return { opened, reading: checkDesign(design) };
  },
  view: ({ opened, reading }, visit) => ({
    title: t('Design check: {title}', { title: opened.programme.title }),
    audience: designersNote(opened.item, visit.who),
    trail: trailOf(opened.programme),
    body: checkView(opened, reading),
  }),
});
