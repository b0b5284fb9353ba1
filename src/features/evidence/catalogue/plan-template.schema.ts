import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** Headings under which teachers plan, and what stands in a lesson before anything is written. */
export const PlanTemplate = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  parts: z
    .array(z.strictObject({ key: Id, title: Words, hint: z.string() }))
    .min(1)
    .max(20),
  lessonText: z.string().describe('Markdown'),
  source: Source,
});
export type PlanTemplate = z.infer<typeof PlanTemplate>;
