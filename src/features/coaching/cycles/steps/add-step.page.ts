import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from '../goals/goal-audience.ts';
import { type Goal, goalHref, titleOf } from '../goals/goal.ts';
import { goalTrail } from '../goals/goal.view.ts';
import { openGoal } from '../goals/open-goal.ts';
import { isOpen } from './step.ts';

const draftOf = ({ id }: Goal): string => `coaching-step:new-${id}`;

/** Whether one more step is more than usual at a time. */
export const isBeyondUsual = (goal: Goal): boolean =>
  goal.steps.filter(isOpen).length >= catalogue().coaching.steps.usual;

/** The learner adds a step. One more than the usual number at a time asks why, and shows where that number is from. */
export const addStepPage = page('/coaching/goals/:person/:goal/steps/new', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const opened = await openGoal(visit, 'write');
    return { ...opened, draft: await visit.draft(draftOf(opened.goal)) };
  },
  view({ item, goal, draft }, visit) {
    const action = goalHref(goal, 'steps/new');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Add a step'),
      audience: goalAudience(item, goal, visit.who),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: html`<p>
          ${t('Something small that you do in one lesson, soon. Clear enough that you will know whether you did it.')}
        </p>
        ${isBeyondUsual(goal) && beyondUsual(goal)}
        ${form(
          {
            action,
            button: t('Add this step'),
            values: { ...draft, ...values },
            errors,
            draft: draftOf(goal),
            cancel: goalHref(goal),
          },
          (f) =>
            html`${f.textarea({ name: 'words', label: t('What I do'), required: true, rows: 2 })}
            ${f.text({
              name: 'where',
              label: t('In which lesson'),
              hint: t('A class and a day, or the first lesson that fits.'),
              required: true,
            })}
            ${
              isBeyondUsual(goal) &&
              f.textarea({
                name: 'beyond',
                label: t(catalogue().coaching.steps.asksWhenMore),
                required: true,
                rows: 2,
              })
            }`,
        )}`,
    };
  },
});

const beyondUsual = (goal: Goal): Html => {
  const { why, source } = catalogue().coaching.steps;
  const open = goal.steps.filter(isOpen).length;
  return notice(
    'info',
    html`<p>${t(why)}</p>
      ${sourceLine(source)}`,
    tn(open, 'One step is open already.', '{n} steps are open already.'),
  );
};
