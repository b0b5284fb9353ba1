import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { whereItStands } from './where-it-stands.ts';
import { openEvaluation } from './open-evaluation.ts';
import { planView } from './plan.view.ts';

/** The plan as it stands, its measures, and who agreed with it. */
export const planPage = page('/programmes/:programme/evaluation/plan', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  load: (visit) => openEvaluation(visit),
  view: (opened, visit) => ({
    title: t('Plan and measures'),
    audience: audienceNote(opened.item, evaluationPolicy, visit.who),
    status: whereItStands(opened.evaluation, visit.today),
    trail: evaluationTrail(opened.programme),
    ...(opened.may('plan') && {
      action: { label: t('Add a measure'), href: evaluationHref(opened.programme, 'measures/new') },
    }),
    body: planView(opened, visit.who.personId),
  }),
});
