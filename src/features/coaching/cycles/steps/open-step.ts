import { NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Goal } from '../goals/goal.ts';
import { openGoal, openGoalGoingOn, type OpenedGoal, openOwnGoal } from '../goals/open-goal.ts';
import type { Step } from './step.ts';

export interface OpenedStep extends OpenedGoal {
  step: Step;
}

const stepOf = (opened: OpenedGoal, id: string | undefined): OpenedStep => {
  const step = opened.goal.steps.find((each) => each.id === id);
  if (!step || (step.endedAt && !opened.mine)) throw new NotFound();
  return { ...opened, step };
};

/** Opens the step that the address names (`:step`), in its goal. */
export const openStep = async (visit: Visit): Promise<OpenedStep> =>
  stepOf(await openGoal(visit), visit.params.step);

/** One's own step, for changing something that was said of it. Throws `Refused` where it was taken away. */
export async function openOwnStep(change: Change): Promise<OpenedStep> {
  return notEnded(stepOf(await openOwnGoal(change), change.params.step));
}

/** The same for going on with it: its goal is not ended. */
export async function openStepGoingOn(change: Change): Promise<OpenedStep> {
  return notEnded(stepOf(await openGoalGoingOn(change), change.params.step));
}

/** The same for one that may have been taken away. */
export const openAnyStep = async (change: Change): Promise<OpenedStep> =>
  stepOf(await openOwnGoal(change), change.params.step);

function notEnded(opened: OpenedStep): OpenedStep {
  if (opened.step.endedAt)
    throw new Refused(t('You took this step away, so nothing was changed. Bring it back first.'));
  return opened;
}

/** The step as it stands, for its author, who saved it somewhere else. */
export const staleStep = (
  goal: Goal,
  step: Step,
  fields: readonly { name: string; label: string; text: string }[],
): Stale =>
  new Stale({
    version: step.version,
    writerId: goal.ownerId,
    writtenBy: goal.author,
    writtenAt: step.updatedAt,
    fields: [...fields],
  });
