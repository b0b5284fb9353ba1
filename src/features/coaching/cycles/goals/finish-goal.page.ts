import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from './goal-audience.ts';
import { isOpen, stateInWords, stateOf } from '../steps/step.ts';
import { type Goal, goalHref, saidIn, titleOf } from './goal.ts';
import { goalTrail } from './goal.view.ts';
import { openGoal } from './open-goal.ts';

const draftOf = ({ id }: Goal): string => `coaching-goal-finish:${id}`;

/** Its author says what came of a goal, with what was done and seen beside it; that ends this cycle. */
export const finishGoalPage = page('/coaching/goals/:person/:goal/finish', {
  purpose: 'learning',
  access: cyclePolicy,
  async load(visit) {
    const opened = await openGoal(visit, 'write');
    return { ...opened, draft: await visit.draft(draftOf(opened.goal)) };
  },
  view({ item, goal, draft }, visit) {
    const action = goalHref(goal, 'finish');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('What came of it'),
      audience: goalAudience(item, goal, visit.who),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: html`${beside(goal)}
      ${form(
        {
          action,
          button: t('End this cycle'),
          values: { came_of_it: goal.cameOfIt, ...draft, ...values },
          errors,
          draft: draftOf(goal),
          hidden: { version: goal.version },
          cancel: goalHref(goal),
        },
        (f) =>
          f.textarea({
            name: 'came_of_it',
            label: t('What came of it'),
            hint: t(
              'What you do now, what pupils do now, and what you cannot tell yet. What else could explain it?',
            ),
            required: true,
            rows: 5,
          }),
      )}`,
    };
  },
});

/** What was meant and what was done, so that it is in sight while one writes. */
const beside = (goal: Goal): Html => {
  const steps = goal.steps.filter((step) => stateOf(step) !== 'ended');
  const open = steps.some(isOpen);
  return html`${
      open &&
      notice(
        'info',
        t('Some steps are still open. You can end this cycle all the same; they stay to be read.'),
      )
    }
    ${definitionList([
      ...saidIn(goal).map(({ label, text }) => ({
        term: label,
        says: text && html`<span class="as-written">${text}</span>`,
      })),
      ...steps.map((step) => ({
        term: t('Step: {words}', { words: step.words }),
        says: [
          stateInWords(step),
          step.triedWords && html`<span class="as-written">${step.triedWords}</span>`,
          step.revisitedWords && html`<span class="as-written">${step.revisitedWords}</span>`,
        ].filter(Boolean),
      })),
    ])}
    <p>${evidenceLabel('self-report')}</p>`;
};
