import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from '../goals/goal-audience.ts';
import { goalHref, titleOf } from '../goals/goal.ts';
import { goalTrail } from '../goals/goal.view.ts';
import { openGoal } from '../goals/open-goal.ts';
import { NotFound } from '#platform/errors.ts';
import { stepHref } from './step.view.ts';

/** Its author changes the words of a step, or what was written about pupils. */
export const editStepPage = page('/coaching/goals/:person/:goal/steps/:step/edit', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const opened = await openGoal(visit, 'write');
    const step = opened.goal.steps.find(({ id, endedAt }) => id === visit.params.step && endedAt === null);
    if (!step) throw new NotFound();
    const draft = await visit.draft(`coaching-step:${step.id}`);
    return { ...opened, step, draft };
  },
  view({ item, goal, step, draft }, visit) {
    const action = stepHref(goal, step, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change this step'),
      audience: goalAudience(item, goal, visit.who),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: form(
        {
          action,
          button: t('Save the changes'),
          values: {
            words: step.words,
            where: step.where,
            tried_words: step.triedWords,
            revisited_words: step.revisitedWords,
            ...draft,
            ...values,
          },
          errors,
          draft: `coaching-step:${step.id}`,
          hidden: { version: step.version },
          cancel: stepHref(goal, step),
        },
        (f) =>
          html`${f.textarea({ name: 'words', label: t('What I do'), required: true, rows: 2 })}
          ${f.text({ name: 'where', label: t('In which lesson'), required: true })}
          ${step.triedOn && f.textarea({ name: 'tried_words', label: t('What pupils did'), rows: 3 })}
          ${step.revisitedAt && f.textarea({ name: 'revisited_words', label: t('What pupils do now'), rows: 3 })}`,
      ),
    };
  },
});
