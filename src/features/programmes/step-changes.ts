import { NotFound } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import type { Programme, Step } from './programme.queries.ts';
import type { StepText } from './step.input.ts';
import { stepFields } from './step.input.ts';

/** The step of the address among those of a programme. Throws `NotFound` when it was taken out or never there. */
export function findStep<S extends Step>(visit: Visit, steps: readonly S[]): S {
  const step = steps.find(({ number }) => String(number) === visit.params.number);
  if (!step) throw new NotFound('There is no such step in this programme.');
  return step;
}

/** What of a step its designers write. */
export const textOfStep = (step: Step): StepText =>
  Object.fromEntries(stepFields.map((name) => [name, step[name]])) as StepText;

/** Brings the first and last day of a programme up to date with its steps; without steps they stay. */
export async function fitToSteps(change: Change, programme: Programme): Promise<void> {
  const { tx } = change;
  const days = await tx
    .selectFrom('programme_step')
    .select((step) => [step.fn.min('on_date').as('first'), step.fn.max('on_date').as('last')])
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!days?.first || !days.last) return;
  if (days.first === programme.starts_on && days.last === programme.ends_on) return;
  await tx
    .updateTable('programme')
    .set({ starts_on: days.first, ends_on: days.last })
    .where('owner_id', '=', programme.owner_id)
    .where('id', '=', programme.id)
    .execute();
}
