import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { tones } from '../behaviour.ts';

const StartingCategory = z.strictObject({
  tone: z.enum(tones),
  name: z.string().min(1),
  about: z.string().min(1),
  sign: z.string(),
  /** Written for Staffroom, after no source: schools put their own in its place. */
  own: z.literal(true),
});

const file = new URL('../../../../catalogue/behaviour/categories.json', import.meta.url);

let read: z.infer<typeof StartingCategory>[] | undefined;

/** What a school may begin with, what went well first. */
export const startingSet = (): readonly z.infer<typeof StartingCategory>[] =>
  (read ??= z.array(StartingCategory).parse(JSON.parse(readFileSync(file, 'utf8'))));
