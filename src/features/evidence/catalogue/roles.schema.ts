import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** The places of the product a role can be given. */
export const Place = z.enum([
  'today',
  'my-learning',
  'teaching',
  'people',
  'school',
  'me',
  'my-classes',
  'my-work',
  'ask',
  'my-children',
  'calendar',
  'messages',
  'invited-to',
]);
export type Place = z.infer<typeof Place>;

/** A role someone is appointed to, in one organisation or unit, for a time. One person may hold several. */
export const Role = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  group: z.enum(['staff', 'leader', 'pupil', 'family', 'guest']),
  places: z.array(Place).min(1),
  heldIn: z.array(z.enum(['organisation', 'unit', 'programme'])).min(1),
  source: Source,
});
export type Role = z.infer<typeof Role>;

/** What an item is for. Fixed when it is made; the access kernel refuses to use it for anything else. */
export const Purpose = z.strictObject({
  id: z.enum([
    'learning',
    'evaluation',
    'certification',
    'induction',
    'safeguarding',
    'administration',
    'appraisal',
  ]),
  title: Words,
  plain: Words,
  whyThisLock: Words.describe('shown where someone asks why this lock is here'),
  examples: z.array(Words).min(1),
  source: Source,
});
export type Purpose = z.infer<typeof Purpose>;
