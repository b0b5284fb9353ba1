import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { selectAnswers } from './answers.queries.ts';
import { designersNote } from './designers-note.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { questionsDraft, questionsForm } from './questions.view.ts';

/** What the steps of a plan cannot show by themselves; every question may stay unanswered. */
export const questionsPage = page('/programmes/:programme/design/questions', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openLedProgramme(visit, 'design');
    const draft = { writer: visit.who, key: questionsDraft(opened.programme) };
    return { ...opened, ...(await selectAnswers(visit.db, opened.programme, draft)) };
  },
  view({ item, programme, answers, draft }, visit) {
    const state = visit.formAt(programmeHref(programme, 'design/questions'));
    return {
      title: t('What the steps cannot show'),
      audience: designersNote(item, visit.who),
      trail: [...trailOf(programme), { label: t('Design'), href: programmeHref(programme, 'design') }],
      body: questionsForm(programme, state, draft ?? answers),
    };
  },
});
