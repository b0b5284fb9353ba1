import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** Five domains of teaching, in the order in which we show them. The division is ours. */
export const TeachingDomain = z.enum([
  'explaining-and-modelling',
  'questioning-and-talk',
  'practice-and-feedback',
  'routines-and-climate',
  'adapting-to-pupils',
]);
export type TeachingDomain = z.infer<typeof TeachingDomain>;

const measuring =
  /\d|%|\b(score|scores|scored|scoring|grade|grades|graded|points|weight|weights|weighting|per cent|out of (three|four|five|ten)|rating|ratings|rated|outstanding|inadequate|satisfactory|requires improvement|pass|fail)\b/i;

/** Words without a number, a grade or a weight. */
const UnmeasuredWords = Words.refine((text) => !measuring.test(text), {
  error: (issue) =>
    `“${measuring.exec(String(issue.input))?.[0] ?? ''}” measures; a rubric describes, in words and without numbers`,
});

/** What one may see, from first beginnings to what needs no thought. Names, not levels: nothing is added up. */
const Look = z.strictObject({
  named: z.enum(['Beginning', 'Taking shape', 'Often', 'Settled']),
  sees: UnmeasuredWords.describe('what somebody in the room may see or hear'),
});

const Row = z.strictObject({
  id: Id,
  title: UnmeasuredWords,
  looks: z
    .array(Look)
    .min(3)
    .max(4)
    .refine(
      (looks) =>
        looks[0]?.named === 'Beginning' &&
        looks.at(-1)?.named === 'Settled' &&
        new Set(looks.map(({ named }) => named)).size === looks.length,
      'run from Beginning to Settled, each once',
    ),
  next: UnmeasuredWords.describe('one thing to practise'),
  technique: Id.optional().describe('a technique of catalogue/techniques that takes it step by step'),
});
export type RubricRow = z.infer<typeof Row>;

/**
 * A formative rubric: words to talk with about one's own teaching and to choose what to practise. It has no
 * field for a number, a grade or a weight, and refuses them in its words.
 */
export const Rubric = z.strictObject({
  id: Id,
  domain: TeachingDomain,
  title: UnmeasuredWords,
  plain: UnmeasuredWords,
  whatItIsNot: z.array(Words).min(1),
  rows: z.array(Row).min(2).max(8),
  restsOn: z
    .array(z.strictObject({ words: Words, source: Source }))
    .describe('passages it rests on; empty where there are none'),
  source: Source,
});
export type Rubric = z.infer<typeof Rubric>;
