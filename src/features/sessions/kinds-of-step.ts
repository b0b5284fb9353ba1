import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#features/programmes/index.ts';

/** Kinds of step that each does in their own time and place, so that nobody marks who came. */
const without = [
  'on-call',
  'tryout',
  'survey',
  'measure',
  'agreement',
  'peer-observation',
  'specialist-observation',
];

/** Whether people come together at a step, so that it has a register and notes. */
export const isGathering = (step: Pick<Step, 'kind' | 'mode'>): boolean =>
  !without.includes(step.kind) && step.mode !== 'own-time';

/** The same inside a list: a condition on the table programme_step under `alias`. */
export const gathers = (alias: string): RawBuilder<unknown> =>
  sql`(${sql.ref(`${alias}.kind`)} <> all(${without}::text[]) and ${sql.ref(`${alias}.mode`)} <> 'own-time')`;

export const isMeeting = (step: Pick<Step, 'kind'>): boolean => step.kind === 'meeting';

/** Whether a specialist brings something that needs preparing. */
export const isBrought = (step: Pick<Step, 'kind'>): boolean =>
  ['input', 'modelling', 'reading', 'rehearsal'].includes(step.kind);
