import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from './goal-audience.ts';
import { type Goal, goalHref, titleOf } from './goal.ts';
import { goalAdvice, goalHelp } from './goal-advice.view.ts';
import { goalFields, textsOf } from './goal-form.ts';
import { goalTrail } from './goal.view.ts';
import { lastTime } from './new-goal.page.ts';
import { openGoal } from './open-goal.ts';

const draftOf = ({ id }: Goal): string => `coaching-goal:${id}`;

/** Its author changes the words of a goal; earlier texts are kept. */
export const editGoalPage = page('/coaching/goals/:person/:goal/edit', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const opened = await openGoal(visit, 'write');
    return { ...opened, draft: await visit.draft(draftOf(opened.goal)) };
  },
  view({ item, goal, draft }, visit) {
    const action = goalHref(goal, 'edit');
    const { values, errors } = visit.formAt(action);
    const { goal: words, pupils, looks, adjusts } = goal;
    const typed = { goal: words, pupils, looks, adjusts, ...draft, ...values };
    return {
      title: t('Change my goal'),
      audience: goalAudience(item, goal, visit.who),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: html`${goal.earlier && lastTime(goal.earlier, visit)} ${goalAdvice(textsOf(typed))}
      ${form(
        {
          action,
          button: t('Save the changes'),
          values: typed,
          errors,
          draft: draftOf(goal),
          hidden: { version: goal.version },
          cancel: goalHref(goal),
        },
        (f) => goalFields(f, goal.earlier),
      )}
      ${goalHelp()}`,
    };
  },
});
