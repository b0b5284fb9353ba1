import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref, isSharedWithPairing, titleOf } from './goal.ts';
import { goalTrail } from './goal.view.ts';
import { openGoal } from './open-goal.ts';
import { readersField } from './readers-of-goal.ts';

/** Who reads a goal: its author alone decides, and can take it back. */
export const shareGoalPage = page('/coaching/goals/:person/:goal/share', {
  purpose: 'learning',
  access: cyclePolicy,
  load: (visit) => openGoal(visit, 'write'),
  view({ goal }, visit) {
    const action = goalHref(goal, 'share');
    const { values, errors } = visit.formAt(action);
    const { others = [], withGuest = false, withManager = false } = goal.pairing ?? {};
    return {
      title: t('Who reads: {title}', { title: titleOf(goal) }),
      audience: onlyYou(t('Only you decide who reads it.')),
      trail: [...goalTrail(goal), { label: titleOf(goal), href: goalHref(goal) }],
      body: form(
        {
          action,
          button: t('Save who reads it'),
          values: { readers: isSharedWithPairing(goal) ? 'pairing' : 'me', ...values },
          errors,
          cancel: goalHref(goal),
        },
        (f) => f.radios(readersField({ others, withGuest, withManager })),
      ),
    };
  },
});
