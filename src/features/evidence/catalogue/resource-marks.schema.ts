import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

const Mark = z.strictObject({ id: Id, title: Words, plain: Words });
export type ResourceMark = z.infer<typeof Mark>;

/** By what pages to teach with are found, the steps of a set, and what a colleague is asked who reads one. */
export const ResourceMarks = z.strictObject({
  knowledge: z.array(Mark).min(1).max(12).describe('kinds of knowledge that a page is about'),
  needs: z.array(Mark).min(1).max(20).describe('needs of learners that a page was made with in mind'),
  steps: z.array(Mark).length(3).describe('the same thing with more help, for most, and to go further'),
  review: z
    .array(z.strictObject({ id: Id, ask: Words, hint: z.string() }))
    .min(1)
    .max(8)
    .describe('questions for a colleague who reads a page'),
  source: Source,
});
export type ResourceMarks = z.infer<typeof ResourceMarks>;
