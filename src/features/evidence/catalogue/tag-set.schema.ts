import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/**
 * Words that say how good something was. A tag says what one sees or hears; what somebody makes of it is a
 * note of its own, and waits for the talk. `as well` is let through.
 */
const judging =
  /\b(good|great|bad|poor|weak|strong|excellent|outstanding|inadequate|satisfactory|effective|ineffective|best|better|worse|worst|right|wrong|correctly|appropriate|inappropriate|successful|unsuccessful|failed|success|missed|should|must|too (much|little|long|short|fast|slow)|engaged|bored|lazy|(?<!\bas )well|not enough)\b/i;

/** Words that describe and do not judge. */
const DescribingWords = Words.refine((text) => !judging.test(text), {
  error: (issue) =>
    `“${judging.exec(String(issue.input))?.[0] ?? ''}” judges; a tag says what one sees or hears`,
});

/** One tag: a moment or a stretch of a recording, named in words that describe. */
const Tag = z.strictObject({
  id: Id,
  title: DescribingWords,
  plain: DescribingWords.describe('when one sets it, so that two people set it alike'),
  key: z.string().regex(/^[a-z0-9]$/, 'a key is one small letter or one digit'),
  spans: z.boolean().describe('marks a stretch of time rather than a moment'),
  side: z.enum(['teacher', 'pupils', 'both']).optional().describe('whose doing it is'),
});
export type Tag = z.infer<typeof Tag>;

const usedTwice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** A set of tags for notes on time. Its counts and shares of time are facts about one clip and no more. */
export const TagSet = z
  .strictObject({
    id: Id,
    title: Words,
    plain: Words,
    limits: z.array(Words).min(1).describe('what one cannot read from it'),
    tags: z.array(Tag).min(2).max(12),
    source: Source,
  })
  .check(({ value, issues }) => {
    for (const field of ['id', 'key'] as const)
      for (const twice of usedTwice(value.tags.map((tag) => tag[field])))
        issues.push({
          code: 'custom',
          message: `the ${field} “${twice}” is used by two tags`,
          path: ['tags'],
          input: value.tags,
        });
  });
export type TagSet = z.infer<typeof TagSet>;
