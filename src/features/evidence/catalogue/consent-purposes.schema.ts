import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** One thing a family is asked about a pupil, in words for the family. Each is answered by itself. */
export const ConsentPurpose = z.strictObject({
  id: Id,
  title: Words,
  short: Words.max(40).describe('for the head of a column'),
  plain: Words.describe('what is allowed, to the family'),
  seenBy: Words,
  isNot: z.array(Words).min(1),
  withoutIt: Words.describe('what happens where it is refused, so that nobody fears to refuse'),
  lasts: z.literal('school-year').describe('asked again each school year'),
  mayAnswer: z.array(Words).min(1),
  source: Source,
});
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;
