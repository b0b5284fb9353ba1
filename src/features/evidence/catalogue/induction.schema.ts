import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** One of the twelve principles, with what a plan can say of it and what can stand as evidence. */
const Principle = z.strictObject({
  id: Id,
  number: z.number().int().min(1).max(12).describe('its place in the source’s table'),
  title: Words,
  plain: Words,
  level: z
    .enum(['policy', 'school', 'mentor', 'teacher'])
    .describe('where it is looked at first; our reading, the table does not say'),
  prompt: Words,
  evidencePrompts: z.array(Words).min(1),
  source: Source,
});

/** Induction: the whole system of support for somebody new. Mentoring is one part of it. */
export const InductionGuide = z.strictObject({
  title: Words,
  plain: Words,
  isNot: z.array(Words).min(1),
  principles: z.array(Principle).length(12),
  assumptions: z.array(z.strictObject({ id: Id, title: Words, plain: Words, source: Source })).length(3),
  evidence: z.array(Evidence).min(1),
  limits: z.array(Words).min(1),
  source: Source,
});
export type InductionGuide = z.infer<typeof InductionGuide>;
