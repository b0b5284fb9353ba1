import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** Which way a piece of evidence points. `null` is a study that looked and found no difference. */
export const Direction = z.enum(['for', 'against', 'mixed', 'null']);
export type Direction = z.infer<typeof Direction>;

/**
 * How much a piece of evidence lets one say (`forms/claim-labels.json` has the words shown to people):
 * replicated: found again by a separate study or review; average: holds across many studies, one case may
 * differ; contested: studies or reviews disagree; single: one study; argued: an author's case or one
 * school's experience, with no measured comparison.
 */
export const Strength = z.enum(['replicated', 'average', 'contested', 'single', 'argued']);
export type Strength = z.infer<typeof Strength>;

/** A number as the source gives it. `from` is the starting value where the source reports a move. */
export const Figure = z.strictObject({
  what: Words,
  value: z.number(),
  from: z.number().optional(),
  unit: Words,
  comparison: Words.describe('compared with what; "none" is said in words'),
});
export type Figure = z.infer<typeof Figure>;

/** One piece of evidence, for or against, with its source. */
export const Evidence = z.strictObject({
  direction: Direction,
  strength: Strength,
  statement: Words,
  figures: z.array(Figure).min(1).optional(),
  source: Source,
});
export type Evidence = z.infer<typeof Evidence>;

/** What must be there first for this to have a chance. `id` names a ledger entry when there is one. */
const Prerequisite = z.strictObject({ id: Id.optional(), words: Words, source: Source });

/** The three levels of the ledger, each with its own bar (`evidence/levels.json`). */
export const Level = z.enum(['programme', 'form', 'mechanism']);
export type Level = z.infer<typeof Level>;

/** One programme, form or mechanism of professional development. */
export const LedgerEntry = z.strictObject({
  id: Id,
  level: Level,
  title: Words,
  plain: Words.describe('two or three sentences that say what it is'),
  evidence: z.array(Evidence).min(1),
  prerequisites: z.array(Prerequisite),
  whatItIsNot: Words.optional(),
  meetsBar: z
    .enum(['yes', 'not-yet', 'no', 'not-known'])
    .describe('whether the sources say it meets the bar of its level'),
  meetsBarWhy: Words,
  links: z.array(Id).describe('ids of other entries, features or links'),
  source: Source,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** What each level is, and when one may call it evidence-based. */
export const LevelAccount = z.strictObject({
  id: Level,
  title: Words,
  plain: Words,
  bar: Words,
  strengths: z.array(Words).min(1),
  weaknesses: z.array(Words).min(1),
  source: Source,
});
export type LevelAccount = z.infer<typeof LevelAccount>;

/** A review or study the catalogue cites by name. */
export const Review = z.strictObject({
  id: Id,
  title: Words,
  by: Words,
  year: z.number().int().optional(),
  kind: z.enum(['systematic-review', 'review', 'meta-analysis', 'trial', 'study', 'standard']),
  group: z
    .enum(['nine', 'eppi', 'other'])
    .describe('nine: in the table of twenty-three features; eppi: one of the four behind S4'),
  scope: Words,
  plain: Words,
  outsideEducation: z.boolean().optional(),
  source: Source,
});
export type Review = z.infer<typeof Review>;

/** Marks in one row of the table of features. Which review gave which mark is not known. */
const Counts = z.strictObject({
  supports: z.number().int().min(0),
  tentative: z.number().int().min(0).describe('supports, in brackets: tentative or partial'),
  questions: z.number().int().min(0),
  opposes: z.number().int().min(0),
  tentativelyOpposes: z.number().int().min(0),
});

/** One of the twenty-three features. A count of marks is a count of reviews, not an amount of effect. */
export const Feature = z.strictObject({
  id: Id,
  row: z.number().int().min(1).max(23),
  title: Words,
  plain: Words,
  tier: z.enum(['consistent', 'most-with-dissent', 'contested', 'fewer-reviews']),
  counts: Counts,
  notes: z.array(
    z.strictObject({
      words: Words,
      review: Id.optional().describe('only when the prose or a numbered note names the review'),
      source: Source,
    }),
  ),
  links: z.array(Id),
  source: Source,
});
export type Feature = z.infer<typeof Feature>;

/** The table as a whole, with the limits of reading it. */
export const FeatureTable = z.strictObject({
  title: Words,
  plain: Words,
  limits: z.array(Words).min(1),
  tiers: z.array(z.strictObject({ id: Feature.shape.tier, title: Words, plain: Words })),
  features: z.array(Feature).length(23),
  source: Source,
});
export type FeatureTable = z.infer<typeof FeatureTable>;
