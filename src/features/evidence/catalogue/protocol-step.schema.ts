import { z } from 'zod';
import { Id, Words } from './source.schema.ts';

export const StepKind = z.enum([
  'input',
  'modelling',
  'reading',
  'exercise',
  'rehearsal',
  'tryout',
  'peer-observation',
  'specialist-observation',
  'recording',
  'research-lesson',
  'meeting',
  'prompt',
  'reflection',
  'document',
  'consolidation',
  'interview',
  'survey',
  'measure',
  'pupil-evidence',
  'agreement',
  'peer-assessment',
  'hand-over',
  'on-call',
]);
export type StepKind = z.infer<typeof StepKind>;

/** The four strands of the braid, in the order in which they begin. */
export const Strand = z.enum(['specialist', 'peer', 'practice', 'pupils']);
export type Strand = z.infer<typeof Strand>;

export const StepLead = z.enum(['specialist', 'facilitator', 'teachers']);
export type StepLead = z.infer<typeof StepLead>;
export const StepMode = z.enum(['in-person', 'online', 'own-time']);
export type StepMode = z.infer<typeof StepMode>;

/**
 * How people write at a step. together: one text in sections, which anybody in the group goes on with;
 * each: everybody their own, with their name, read by the group at once; each-nameless: the same with no
 * name kept beside the words; each-before-seeing: one reads what others wrote when one has written oneself.
 */
export const Writing = z.enum(['together', 'each', 'each-nameless', 'each-before-seeing']);
export type Writing = z.infer<typeof Writing>;

/** One part of what is written at a step. */
export const WritingSection = z.strictObject({ id: Id, title: Words, prompt: Words });
export type WritingSection = z.infer<typeof WritingSection>;

/** One step of a protocol. A step with `repeats` happens again `every` so many weeks. */
export const ProtocolStep = z
  .strictObject({
    id: Id,
    kind: StepKind,
    title: Words,
    prompt: Words.describe('what those taking part are asked to do'),
    strand: Strand,
    lead: StepLead,
    week: z.number().int().min(0).describe('teaching weeks after the start; holidays are not counted'),
    minutes: z.number().int().min(0).max(2400).describe('for one person, each time'),
    lasts: z
      .strictObject({ min: z.number().int().min(1), max: z.number().int().min(1) })
      .refine(({ min, max }) => min <= max, 'min is more than max')
      .optional()
      .describe('how many minutes the source asks for, when it says'),
    repeats: z
      .strictObject({
        times: z.number().int().min(2).max(60),
        every: z.number().int().min(1).describe('teaching weeks'),
      })
      .optional(),
    inSchoolDay: z.boolean(),
    mode: StepMode,
    required: z.boolean(),
    cycle: z.number().int().min(1).max(9),
    for: z.array(Id).min(1).optional().describe('roles it is for; everybody where absent'),
    ingredient: Id.optional().describe('the ingredient it carries; taking it out is never silent'),
    form: Id.optional().describe('the form or agenda people fill in'),
    sections: z.array(WritingSection).min(1).max(12).optional().describe('what is written at it, in parts'),
    writing: Writing.optional().describe('how it is written; with sections only'),
    asksQuestions: z
      .literal(true)
      .optional()
      .describe('the questions of the protocol are answered here; one step of each stage, where it has any'),
    commitments: z
      .strictObject({ max: z.number().int().min(1) })
      .optional()
      .describe('the most that one person promises at a time, where the source sets it'),
    first: Id.optional().describe('the role that looks first at what was recorded; others when it is ready'),
    after: z.array(Id).optional().describe('steps that must come first'),
    days: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('for on-call: days on which the specialist can be asked'),
  })
  .refine(
    ({ writing, sections, asksQuestions }) => (writing === undefined) === !(sections || asksQuestions),
    {
      error: 'is there when, and only when, the step has sections or asks the questions',
      path: ['writing'],
    },
  );
export type ProtocolStep = z.infer<typeof ProtocolStep>;
