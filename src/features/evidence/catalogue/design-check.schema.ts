import { z } from 'zod';
import { Condition } from './condition.schema.ts';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** What a finding is: something not there, something that may get in the way, something to hold on to. */
export const FindingGroup = z.enum(['missing', 'risk', 'keep']);
export type FindingGroup = z.infer<typeof FindingGroup>;

/** One thing the design check can notice. Advice with its evidence; there is no score and no total. */
export const DesignCheck = z.strictObject({
  id: Id,
  group: FindingGroup,
  title: Words.describe('what we noticed, kindly put'),
  why: Words.describe('why someone may want to know'),
  evidence: z.array(Evidence).min(1),
  suggestion: Words.describe('what one could add, change or keep'),
  when: Condition,
  links: z.array(Id).describe('ids of links, features or ledger entries that say more'),
  source: Source,
});
export type DesignCheck = z.infer<typeof DesignCheck>;

/** One of the seven links between professional development and benefit for teachers and pupils. */
export const Link = z.strictObject({
  id: Id,
  number: z.number().int().min(1).max(7),
  title: Words,
  plain: Words,
  evidence: z.array(Evidence).min(1),
  present: z.strictObject({
    when: Condition,
    has: Words.describe('said of a design that has it'),
    lacks: Words.describe('said of a design in which we did not find it'),
  }),
  links: z.array(Id),
  source: Source,
});
export type Link = z.infer<typeof Link>;

/** The seven links, what the reviews say of length, and the two rhythms they describe. */
export const LinkSet = z.strictObject({
  title: Words,
  plain: Words,
  limits: z.array(Words).min(1),
  links: z.array(Link).length(7),
  duration: z.strictObject({
    title: Words,
    plain: Words,
    evidence: z.array(Evidence).min(1),
    source: Source,
  }),
  rhythms: z
    .array(z.strictObject({ id: Id, title: Words, parts: z.array(Words).min(1), source: Source }))
    .length(2),
  source: Source,
});
export type LinkSet = z.infer<typeof LinkSet>;
