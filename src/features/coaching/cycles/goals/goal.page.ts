import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalAudience } from './goal-audience.ts';
import { isOpen, stateOf } from '../steps/step.ts';
import { type Goal, goalHref, titleOf } from './goal.ts';
import { goalTrail, goalView } from './goal.view.ts';
import { openGoal, type OpenedGoal } from './open-goal.ts';

/** One goal with its steps, for its author and for those it is shared with. */
export const goalPage = page('/coaching/goals/:person/:goal', {
  purpose: 'learning',
  access: cyclePolicy,
  load: (visit) => openGoal(visit),
  view(opened, visit) {
    const { item, goal, mine } = opened;
    return {
      title: mine ? titleOf(goal) : t('{name}: {title}', { name: goal.author, title: titleOf(goal) }),
      audience: goalAudience(item, goal, visit.who),
      status: { where: whereOf(goal) },
      ...mainAction(opened),
      trail: goalTrail(goal),
      body: goalView(opened),
    };
  },
});

function whereOf(goal: Goal): string {
  if (goal.finishedAt) return t('Cycle {n}, ended.', { n: goal.number });
  const open = goal.steps.filter(isOpen).length;
  const steps = open === 0 ? t('no step is open') : tn(open, 'one step is open', '{n} steps are open');
  return t('Cycle {n}: {steps}.', { n: goal.number, steps });
}

/** The one thing its author does next. */
function mainAction({ goal, mine }: OpenedGoal): { action?: { label: string; href: string } } {
  if (!mine || goal.endedAt) return {};
  const to = (label: string, href: string) => ({ action: { label, href } });
  if (goal.finishedAt)
    return goal.pairing && !goal.pairing.endedAt
      ? to(t('Write the next goal'), `/coaching/${goal.pairing.coachingId}/goals/new`)
      : {};
  const there = goal.steps.filter((step) => stateOf(step) !== 'ended');
  if (there.length > 0 && !there.some(isOpen)) return to(t('Say what came of it'), goalHref(goal, 'finish'));
  return there.length === 0 ? to(t('Add a step'), goalHref(goal, 'steps/new')) : {};
}
