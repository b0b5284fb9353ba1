import { z } from 'zod';
import { RelationshipKind } from './relationship.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** One core concept, as something to look for in a cell of the planner. */
const CoreConcept = z.strictObject({
  id: Id,
  relationship: RelationshipKind,
  cell: z.enum(['purposes', 'who', 'when']),
  title: Words,
  looksFor: Words.describe('what to look for in what was written'),
  whenMissing: Words,
  source: Source,
});

/** One of the five things specialist and peer support are each for. */
const Criterion = z.strictObject({
  id: z.enum(['tailor', 'support', 'sustain', 'ownership', 'pupils']),
  title: Words,
  asks: Words,
  source: Source,
});

const CycleKind = z.strictObject({
  id: z.enum(['policy', 'programme', 'project']),
  title: Words,
  plain: Words,
});

/** The planner for mentoring and coaching, the audit of cycles, and the comparison of learning agreements. */
export const PlanningGuide = z.strictObject({
  conceptCells: z.array(CoreConcept).min(1),
  criteria: z.array(Criterion).length(5),
  cycle: z.strictObject({ plain: Words, kinds: z.array(CycleKind).length(3), source: Source }),
  agreementFeatures: z.array(z.strictObject({ id: Id, title: Words, asks: Words, source: Source })).min(1),
});
export type PlanningGuide = z.infer<typeof PlanningGuide>;
