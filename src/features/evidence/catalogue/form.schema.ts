import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** What an answer sets going in the product. */
export const Acts = z.enum(['observations', 'evidence-places', 'preparations', 'review', 'focus']);
export type Acts = z.infer<typeof Acts>;

const AnswerKind = z.enum([
  'people',
  'text',
  'long-text',
  'date',
  'number',
  'yes-no',
  'one-of',
  'some-of',
  'pick',
]);

const Option = z.strictObject({ id: Id, label: Words, help: Words.optional() });

const fields = {
  id: Id,
  question: Words,
  help: Words.optional(),
  prompts: z.array(Words).optional().describe('for whoever asks: ways to open the question up'),
  answer: AnswerKind.describe('pick: chosen from a list the school keeps, such as topics or priorities'),
  options: z.array(Option).min(2).optional(),
  ownWords: z
    .boolean()
    .describe('there is room to answer in one’s own words; always true where there are options'),
  required: z.boolean(),
  acts: Acts.optional(),
  asks: z
    .strictObject({ leader: Words, recipient: Words })
    .optional()
    .describe('the same question as each of the two is asked it'),
  aspect: z.enum(['reaction', 'intended-outcomes', 'practice', 'change', 'pupils', 'conditions']).optional(),
  source: Source,
};

const asksFairly = (part: { options?: unknown; ownWords: boolean; answer: string }): boolean =>
  part.ownWords || !(part.options !== undefined || part.answer === 'pick');
const fairly = { error: 'a question with options needs ownWords: true', path: ['ownWords'] };

const SubPart = z.strictObject(fields).refine(asksFairly, fairly);

/** One question of a form. A part may have lettered parts of its own. */
export const FormPart = z
  .strictObject({
    ...fields,
    number: z.number().int().min(1).optional(),
    parts: z.array(SubPart).min(1).optional(),
  })
  .refine(asksFairly, fairly);
export type FormPart = z.infer<typeof FormPart>;

/** A form people fill in, on screen or on paper. */
export const Form = z.strictObject({
  kind: z.literal('form'),
  id: Id,
  title: Words,
  plain: Words.describe('what it is for, said to the person filling it in'),
  purpose: Id.describe('the purpose lock of what is written (purposes.json)'),
  whoSees: Words.describe('who reads it unless its owner says otherwise'),
  minutes: z.number().int().min(1).describe('time it asks'),
  parts: z.array(FormPart).min(1),
  topics: z
    .array(
      z.strictObject({
        id: Id,
        title: Words,
        stage: z
          .enum(['primary', 'secondary'])
          .optional()
          .describe('only for schools with these years; for all where absent'),
        topics: z.array(Option).min(1),
      }),
    )
    .optional()
    .describe('groups of topics to choose from'),
  source: Source,
});
export type Form = z.infer<typeof Form>;

/** The order of a meeting: it opens with reports on what was promised and closes with new promises. */
export const Agenda = z.strictObject({
  kind: z.literal('agenda'),
  id: Id,
  title: Words,
  plain: Words,
  purpose: Id,
  whoSees: Words,
  items: z
    .array(
      z.strictObject({
        id: Id,
        title: Words,
        prompt: Words,
        minutes: z.number().int().min(1),
        records: z.enum(['reports', 'evidence', 'refinement', 'note', 'commitments']),
        per: z.enum(['person', 'group']),
        source: Source,
      }),
    )
    .min(2),
  source: Source,
});
export type Agenda = z.infer<typeof Agenda>;

/** Other explanations for a change, to think through before saying what caused it. */
export const RivalExplanations = z.strictObject({
  kind: z.literal('rival-explanations'),
  id: Id,
  title: Words,
  plain: Words,
  items: z
    .array(
      z.strictObject({
        id: Id,
        title: Words,
        ask: Words,
        wouldHelp: Words.describe('what evidence would make it more or less likely'),
        source: Source,
      }),
    )
    .min(1),
  source: Source,
});
export type RivalExplanations = z.infer<typeof RivalExplanations>;

const ClaimLabel = z.strictObject({
  id: Id,
  label: Words,
  means: Words,
  mayImply: Words.describe('what one may say with it'),
  mayNotImply: Words.describe('what one may not say with it'),
  source: Source,
});

/** The labels every claim carries: where it comes from, and how far it holds. */
export const ClaimLabels = z.strictObject({
  kind: z.literal('claim-labels'),
  id: Id,
  title: Words,
  plain: Words,
  origins: z.array(ClaimLabel).min(1),
  strengths: z.array(ClaimLabel).min(1),
  source: Source,
});
export type ClaimLabels = z.infer<typeof ClaimLabels>;
