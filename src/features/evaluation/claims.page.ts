import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { claimsView } from './claims.view.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation } from './open-evaluation.ts';
import { selectReportFacts } from './report.queries.ts';

/** The short sentences the team stands by, each with what it rests on and how far it holds. */
export const claimsPage = page('/programmes/:programme/evaluation/claims', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit);
    const { claims, rivals } = await selectReportFacts(visit.db, visit.who, opened, visit.today);
    return { opened, claims, rivals };
  },
  view: (data, visit) => ({
    title: t('What we say'),
    audience: audienceNote(data.opened.item, evaluationPolicy, visit.who),
    trail: evaluationTrail(data.opened.programme),
    body: claimsView(data, visit),
  }),
});
