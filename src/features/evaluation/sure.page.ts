import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation } from './open-evaluation.ts';
import { selectReportFacts } from './report.queries.ts';
import { sureView } from './sure.view.ts';

/** What else could explain what changed, and what else one must know to read the figures rightly. */
export const surePage = page('/programmes/:programme/evaluation/sure', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit);
    const { rivals } = await selectReportFacts(visit.db, visit.who, opened, visit.today);
    return { opened, rivals };
  },
  view: (data, visit) => ({
    title: t('How sure we can be'),
    audience: audienceNote(data.opened.item, evaluationPolicy, visit.who),
    trail: evaluationTrail(data.opened.programme),
    body: sureView(data, visit),
  }),
});
