import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** One item of a framework: a part of a standard, a feature, a question of a checklist. */
export const FrameworkItem = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  tension: Words.optional().describe('what pulls against it, as the source puts it'),
  evidence: z.array(Evidence).optional(),
  links: z.array(Id).optional(),
  source: Source,
});
export type FrameworkItem = z.infer<typeof FrameworkItem>;

/** A named list from the sources, kept in its own groups and order. */
export const Framework = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  limits: z.array(Words).optional(),
  groups: z.array(z.strictObject({ id: Id, title: Words, items: z.array(FrameworkItem).min(1) })).min(1),
  source: Source,
});
export type Framework = z.infer<typeof Framework>;
