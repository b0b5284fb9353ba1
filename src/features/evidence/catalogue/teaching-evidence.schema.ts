import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** The seven sources of evidence on teaching, in the order in which the article names them. */
const EvidenceSourceId = z.enum([
  'observation',
  'value-added',
  'pupil-ratings',
  'head-judgements',
  'self-reports',
  'artefacts',
  'portfolios',
]);

/** What a person may have of their own in Staffroom that belongs under one of the seven. */
export const OwnEvidence = z.enum([
  'observations',
  'recordings',
  'try-outs',
  'pupils-work',
  'peer-assessments',
  'starting-points',
  'own-notes',
]);
export type OwnEvidence = z.infer<typeof OwnEvidence>;

const Sourced = z.strictObject({ words: Words, source: Source });

/** One way of finding out about teaching, with what to bear in mind before believing it. */
const EvidenceSource = z.strictObject({
  id: EvidenceSourceId,
  title: Words,
  plain: Words,
  warnings: z.array(Sourced).min(1).describe('the validity warning: read before anything else'),
  tells: z.array(Words).min(1),
  cannot: z.array(Words).min(1),
  better: z.array(Sourced).min(1).describe('what makes it more worth believing'),
  rooms: z.array(OwnEvidence).describe('what of one’s own in Staffroom belongs here'),
  nothingHere: Words.describe('said where a person has nothing of this sort, and why that is fine'),
  source: Source,
});
export type EvidenceSource = z.infer<typeof EvidenceSource>;

/** The seven sources beside one another, and how to think about two that disagree. Never combined. */
export const TeachingEvidence = z.strictObject({
  title: Words,
  plain: Words,
  neverCombined: Sourced,
  sources: z
    .array(EvidenceSource)
    .refine(
      (sources) => sources.map(({ id }) => id).join() === EvidenceSourceId.options.join(),
      `has to hold ${EvidenceSourceId.options.join(', ')}, in this order`,
    ),
  sideBySide: z.strictObject({
    title: Words,
    plain: Words,
    disagreements: z
      .array(
        z.strictObject({ id: Id, when: Words, mayMean: z.array(Words).min(2), ask: Words, source: Source }),
      )
      .min(3),
    agreement: Words.describe('what it may mean when two agree'),
    looks: Sourced.describe('what the source says about how many looks are needed'),
    formative: Sourced,
  }),
  source: Source,
});
export type TeachingEvidence = z.infer<typeof TeachingEvidence>;
