import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

/** The three kinds of relationship, in the order of the framework's table. There is no untyped "coach". */
export const RelationshipKind = z.enum(['mentoring', 'specialist-coaching', 'co-coaching']);

/** Who supports: two co-coaches are both supporter and learner, by turns. */
export const SupporterKind = z.enum(['mentor', 'coach', 'co-coach']);
export type SupporterKind = z.infer<typeof SupporterKind>;

/** One cell of the framework's table, in our words. */
const Cell = z.strictObject({ words: Words, source: Source });

const Person = z.strictObject({ title: Words, plain: Words });

/** What mentoring can be for; coaching and co-coaching have no such kinds. */
const MentoringPurpose = z.strictObject({
  id: z.enum(['induction', 'progression', 'challenge']),
  title: Words,
  plain: Words,
  whenUseful: Words,
  source: Source,
});

/** One of the activities the framework lists for the relationship, in its order. */
const Activity = z.strictObject({ id: Id, title: Words, plain: Words, source: Source });

/** One part of the agreement the two write at the start. */
const AgreementPart = z.strictObject({
  id: Id,
  title: Words,
  prompt: Words,
  kind: z.enum(['prose', 'line']).describe('line: one line will do, such as a day or a date'),
});

/** A question somebody may ask or say, at a moment of the work. */
const Prompt = z.strictObject({
  id: Id,
  when: z
    .enum(['before', 'during', 'after', 'stuck'])
    .describe(
      'before a visit or a try-out, in the conversation, at its end and after, when it does not go well',
    ),
  asks: Words,
  activity: Id.describe('the activity it belongs to'),
});
export type RelationshipPrompt = z.infer<typeof Prompt>;

/** A rhythm one can choose: how often the two meet, for how long, and over how many teaching weeks. */
const Rhythm = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  everyDays: z.number().int().min(1).describe('days from one conversation to the next'),
  minutes: z.number().int().min(1).describe('of one conversation, without a visit'),
  weeks: z.number().int().min(1).describe('teaching weeks; holidays are not counted'),
  visits: z.boolean().describe('whether each conversation has a visit to a lesson or a recording of one'),
  protocol: Id.optional().describe('a protocol that lays this rhythm out, step by step'),
  source: Source,
  oneSchool: z.literal(true).optional().describe('one school’s or one programme’s experience; shown as that'),
});

/** A kind of relationship: why, who, what, where and when, and all that people in it are given to work with. */
export const Relationship = z.strictObject({
  id: RelationshipKind,
  title: Words,
  plain: Words,
  isNot: z.array(Words).min(1),
  why: z.strictObject({ words: Words, uses: z.array(Words).min(1), source: Source }),
  who: z.strictObject({ supporter: Person, learner: Person, chosenBy: Words, source: Source }),
  what: Cell,
  where: Cell,
  when: Cell,
  purposes: z.array(MentoringPurpose).length(3).optional(),
  activities: z.array(Activity).min(1),
  people: z
    .strictObject({ min: z.number().int().min(2), max: z.number().int().min(2) })
    .refine(({ min, max }) => min <= max, 'min is more than max')
    .describe('everybody in it, both sides together'),
  reciprocal: z.boolean().describe('whether everybody is supporter and learner by turns'),
  managers: z.strictObject({
    rule: z.enum(['warn', 'refuse']).describe('what happens where one manages the other'),
    why: Words,
    source: Source,
  }),
  agreement: z.array(AgreementPart).min(1).max(12),
  prompts: z.array(Prompt).min(1),
  rhythms: z.array(Rhythm).min(1),
  preparation: z.array(Id).describe('modules of preparation the supporter finishes first'),
  evidence: z.array(Evidence).min(1),
  limits: z.array(Words).min(1),
  source: Source,
});
export type Relationship = z.infer<typeof Relationship>;
