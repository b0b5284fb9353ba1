import type { Change } from '#platform/http/context.ts';
import { mustRun } from './must-run.ts';
import { openProgramme, type OpenedProgramme } from './open-programme.ts';
import type { ProgrammeAbility } from './programme.policy.ts';
import type { Step } from './programme.queries.ts';

/**
 * For a change: the programme that the address names, still open, where the person may do `ability`. Throws
 * `NotAllowed` when the programme is closed, and what opening throws.
 */
export async function openRunning(change: Change, ability: ProgrammeAbility): Promise<OpenedProgramme> {
  const opened = await openProgramme(change, ability);
  mustRun(opened.programme);
  return opened;
}

/** One change of a step at a time: others wait here until this one is written. */
export async function lockStep({ tx }: Change, step: Pick<Step, 'owner_id' | 'id'>): Promise<void> {
  await tx
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', step.id)
    .forUpdate()
    .execute();
}
