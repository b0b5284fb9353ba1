import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { accountWords } from './account.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { openEvaluation } from './open-evaluation.ts';

/** What else one must know to read the figures rightly, to write. */
export const accountPage = page('/programmes/:programme/evaluation/sure/account', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  async load(visit) {
    const opened = await openEvaluation(visit, 'plan');
    return { ...opened, draft: await visit.draft(`evaluation-account:${opened.evaluation.id}`) };
  },
  view({ item, programme, evaluation, draft }, visit) {
    const state = visit.formAt(evaluationHref(programme, 'sure/account'));
    return {
      title: t('What else one must know'),
      audience: audienceNote(item, evaluationPolicy, visit.who),
      trail: [
        ...evaluationTrail(programme),
        { label: t('How sure'), href: evaluationHref(programme, 'sure') },
      ],
      body: form(
        {
          ...state,
          values: { ...evaluation.account, ...draft, ...state.values },
          button: t('Save what one must know'),
          hidden: { version: evaluation.account?.version ?? 0 },
          draft: `evaluation-account:${evaluation.id}`,
          cancel: evaluationHref(programme, 'sure'),
        },
        (f) => accountWords().map((each) => f.textarea(each)),
      ),
    };
  },
});
