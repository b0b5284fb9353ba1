import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** Where one can see it done: described in writing, a model lesson or person to watch, or a film. */
const ObservableExample = z.strictObject({
  kind: z.enum(['described', 'model', 'film']),
  words: Words,
  source: Source,
});

/** Something a teacher does that can be rehearsed, tried and met again until it needs no thought. */
export const Technique = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  steps: z.array(Words).min(1).describe('what one does, in order'),
  why: Words.describe('why it should help, so that one can adapt it without breaking it'),
  evidence: z.array(Evidence).min(1),
  example: ObservableExample.nullable().describe('null: we have none, and the page says so'),
  rehearse: Words.describe('how to practise it without pupils'),
  pupils: Words.describe('what to look at in what pupils do'),
  vary: z.array(Words).min(1).describe('one thing to vary while the rest is kept'),
  notFor: z.array(Words).min(1),
  phases: z.array(Words).min(1),
  subjects: z.array(Words).min(1),
  replaces: z.array(Words).min(1).optional().describe('habits it usually displaces'),
  source: Source,
});
export type Technique = z.infer<typeof Technique>;
