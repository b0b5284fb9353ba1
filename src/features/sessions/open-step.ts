import type { Change } from '#platform/http/context.ts';
import {
  openRunning,
  selectStep,
  type OpenedProgramme,
  type ProgrammeAbility,
  type Step,
} from '#features/programmes/index.ts';

export type OpenedStep = OpenedProgramme & { step: Step };

/**
 * For a change: the step that the address names, in a programme that is still open and lets the person
 * do `ability`. Throws `NotAllowed` when the programme is closed, and what opening throws.
 */
export async function openStep(change: Change, ability: ProgrammeAbility): Promise<OpenedStep> {
  const opened = await openRunning(change, ability);
  return { ...opened, step: await selectStep(change, opened.programme) };
}
