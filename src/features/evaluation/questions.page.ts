import { theseRoles } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation } from './open-evaluation.ts';
import { questionsView } from './questions.view.ts';

/** The questions that leader and recipients are both asked: when, whether one has answered, and opening them. */
export const questionsPage = page('/programmes/:programme/evaluation/questions', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  load: (visit) => openEvaluation(visit, 'answer'),
  view: (opened) => ({
    title: t('The same questions, asked twice'),
    audience: theseRoles(
      ['part:participant', 'part:facilitator', 'part:leader', 'cpd-leader', 'head', 'senior-leader'],
      t('They are asked. What one person answered is opened by nobody else.'),
    ),
    trail: evaluationTrail(opened.programme),
    body: questionsView(opened),
  }),
});
