import { z } from 'zod';
import { Condition } from './condition.schema.ts';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** What a finding is: something not there, something that may get in the way, something to hold on to. */
export const FindingGroup = z.enum(['missing', 'risk', 'keep']);
export type FindingGroup = z.infer<typeof FindingGroup>;

/**
 * What a finding bears on, in the order in which one reads them: what the reviews found in programmes linked
 * with benefit (the seven links, the length, the template's ingredients), how people learn it, and the
 * conditions around it. The order is ours: no source weighs one against another.
 */
export const BearsOn = z.enum(['links', 'learning', 'conditions']);
export type BearsOn = z.infer<typeof BearsOn>;

/** One thing the design check can notice. Advice with its evidence; there is no score and no total. */
export const DesignCheck = z
  .strictObject({
    id: Id,
    group: FindingGroup,
    bearsOn: BearsOn.optional(),
    title: Words.describe('what we noticed, kindly put'),
    why: Words.describe('why someone may want to know'),
    evidence: z.array(Evidence).min(1),
    suggestion: Words.describe('what one could add, change or keep'),
    when: Condition,
    links: z.array(Id).describe('ids of links, features or ledger entries that say more'),
    source: Source,
  })
  .refine(({ group, bearsOn }) => (group === 'keep') === (bearsOn === undefined), {
    error: 'needs bearsOn, unless it is something to keep',
    path: ['bearsOn'],
  });
export type DesignCheck = z.infer<typeof DesignCheck>;

/** When a design has something, when it has part of it, and what is said of it then. */
const Presence = z.strictObject({
  when: Condition,
  has: Words.describe('said of a design that has it'),
  partlyWhen: Condition.describe('asked only when the first is not so'),
  partly: Words.describe('said of a design that has part of it'),
  lacks: Words.describe('said of a design in which we did not find it'),
});
export type Presence = z.infer<typeof Presence>;

/** One of the seven links between professional development and benefit for teachers and pupils. */
export const Link = z.strictObject({
  id: Id,
  number: z.number().int().min(1).max(7),
  title: Words,
  plain: Words,
  evidence: z.array(Evidence).min(1),
  present: Presence,
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
    present: Presence,
    source: Source,
  }),
  rhythms: z
    .array(z.strictObject({ id: Id, title: Words, parts: z.array(Words).min(1), source: Source }))
    .length(2),
  source: Source,
});
export type LinkSet = z.infer<typeof LinkSet>;
