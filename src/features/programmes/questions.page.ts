import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { selectAnswers } from './answers.queries.ts';
import { openProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { questionsForm } from './questions.view.ts';

/** What the steps of a plan cannot show by themselves; every question may stay unanswered. */
export const questionsPage = page('/programmes/:programme/design/questions', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'design');
    return { ...opened, answers: await selectAnswers(visit.db, opened.programme) };
  },
  view({ item, programme, answers }, visit) {
    const state = visit.formAt(programmeHref(programme, 'design/questions'));
    return {
      title: t('What the steps cannot show'),
      audience: audienceNote(item, programmePolicy, visit.who),
      trail: [...trailOf(programme), { label: t('Design'), href: programmeHref(programme, 'design') }],
      body: questionsForm(programme, state, answers),
    };
  },
});
