import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { SupporterKind } from './relationship.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** One of the five attributes of coaching, and how it is counted here. Facts, never a score. */
const Attribute = z.strictObject({
  id: z.enum(['individualised', 'intensive', 'sustained', 'context-specific', 'focused']),
  title: Words,
  plain: Words,
  fact: Words.describe('what we count, in words'),
  source: Source,
});

const MentoringFeature = z.strictObject({ id: Id, title: Words, plain: Words, source: Source });

/** How a mentoring relationship can do harm, what it looks like, and what helps. */
const Danger = z.strictObject({
  id: z.literal('judgementoring'),
  title: Words,
  plain: Words,
  signs: z.array(Words).min(1),
  whatHelps: z.array(Words).min(1),
  evidence: z.array(Evidence).min(1),
  source: Source,
});

const Choice = z.strictObject({ id: Id, title: Words });

/** One of the six dimensions of a coaching conversation. Without options it is said in one's own words. */
const Dimension = z.strictObject({
  id: z.enum(['subject', 'initiator', 'stimulus', 'tone', 'scale', 'timeframe']),
  title: Words,
  plain: Words,
  options: z.array(Choice).min(2).optional(),
  source: Source,
});

/** The three questions about the relationship. `concern` marks an answer that calls for quiet help. */
const Pulse = z.strictObject({
  plain: Words,
  questions: z
    .array(
      z.strictObject({
        id: Id,
        asks: Words,
        options: z.array(Choice.extend({ concern: z.boolean() })).min(2),
      }),
    )
    .length(3),
  ownWords: Words.describe('the invitation to say it in one’s own words, instead or as well'),
  notes: z.array(Words).min(1).describe('how answers are read, and what is not read out of them'),
  source: Source,
});

/** A module of preparation: read, then do. Finished before pairing by the supporters it is for. */
const PreparationModule = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  minutes: z.number().int().min(1),
  for: z.array(SupporterKind).min(1),
  reads: z.array(Words).min(1).describe('paragraphs, in order'),
  tasks: z.array(z.strictObject({ id: Id, asks: Words })).min(1),
  source: Source,
});

/** What we say of a goal that may be too broad or too narrow. `looksFor` are words, in lower case, that make us ask. */
const GoalNote = z.strictObject({
  words: Words,
  asks: Words,
  looksFor: z.array(Words).min(1),
  source: Source,
});

/** What every relationship shares: attributes, dialogue, pulse, preparation, goals and steps. */
export const CoachingGuide = z.strictObject({
  attributes: z.array(Attribute).length(5),
  features: z.array(MentoringFeature).length(7),
  danger: Danger,
  dimensions: z.array(Dimension).length(6),
  pulse: Pulse,
  preparation: z.array(PreparationModule).min(1),
  goal: z.strictObject({
    words: Words,
    prompts: z.array(Words).min(1),
    tooBroad: GoalNote,
    tooNarrow: GoalNote,
    source: Source,
  }),
  steps: z.strictObject({
    usual: z.number().int().min(1),
    why: Words,
    asksWhenMore: Words,
    source: Source,
    oneSchool: z.literal(true),
  }),
  revisit: z.strictObject({ days: z.number().int().min(1), words: Words, source: Source }),
});
export type CoachingGuide = z.infer<typeof CoachingGuide>;
