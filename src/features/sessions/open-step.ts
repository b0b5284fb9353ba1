import type { Change } from '#platform/http/context.ts';
import {
  mustRun,
  openProgramme,
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

/** For a change: the programme that the address names, still open. */
export async function openRunning(change: Change, ability: ProgrammeAbility): Promise<OpenedProgramme> {
  const opened = await openProgramme(change, ability);
  mustRun(opened.programme);
  return opened;
}

/** One change of a step at a time: others wait here until this one is written. */
export async function lockStep(change: Change, step: Pick<Step, 'owner_id' | 'id'>): Promise<void> {
  await change.tx
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', step.id)
    .forUpdate()
    .execute();
}
