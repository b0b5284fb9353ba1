import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import type { Goal } from '../goals/goal.ts';
import { openStepGoingOn, staleStep } from './open-step.ts';
import { revisitDay, selectTeachingDays } from './revisit-day.ts';
import { stepPage } from './step.page.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

/** Says that a step was tried, and what pupils did. The day on which one looks again is worked out from it. */
export const tryStep = action('/coaching/goals/:person/:goal/steps/:step/tried', {
  purpose: 'learning',
  access: cyclePolicy,
  page: stepPage,
  input: z.object({
    tried_on: day('Say on which day.'),
    tried_words: prose('Write a line of what pupils did.', 4_000),
    version: version(),
  }),
  alsoWrong: ({ today }, { tried_on }) => notYet(tried_on, today),
  async run(change, { tried_on, tried_words, version: shown }) {
    const { tx, now, today, organisationId } = change;
    const wrong = notYet(tried_on, today);
    if (wrong.tried_on) throw new Refused(wrong);
    const { goal, step } = await openStepGoingOn(change);
    const when = await selectTeachingDays(tx, organisationId, goal.ownerId);
    const revisit_on = revisitDay(tried_on, catalogue().coaching.revisit.days, when);
    const changed = { tried_on, tried_words, revisit_on };
    if (!(await updateStep(tx, { ownerId: goal.ownerId, id: step.id }, shown, changed, now)))
      throw staleStep(goal, step, [
        { name: 'tried_words', label: t('What pupils did'), text: step.triedWords },
      ]);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'action-step.tried',
      itemId: goal.id,
      body: { stepId: step.id, on: tried_on },
    });
    await remind(change, goal, step.id, revisit_on);
    return see(
      stepHref(goal, step),
      t('Saved. You look at it again on {day}; it stands in your calendar.', {
        day: formatDate(revisit_on, 'weekday'),
      }),
      stepHref(goal, step, 'not-tried'),
    );
  },
});

const notYet = (triedOn: string | undefined, today: string): { tried_on?: string } =>
  triedOn !== undefined && triedOn > today ? { tried_on: t('This day is still to come.') } : {};

/** On the morning of its day the step comes to its author's list. */
const remind = (change: Change, goal: Goal, stepId: string, on: string): Promise<unknown> =>
  change.record({
    ownerId: goal.ownerId,
    kind: 'action-step.revisit-due',
    itemId: goal.id,
    body: { stepId, organisationId: goal.organisationId },
    tell: true,
    dueAt: instantAt(on, '07:00', change.who.standing.organisation.zone),
  });
