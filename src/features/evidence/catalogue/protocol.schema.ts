import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { ProtocolStep } from './protocol-step.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

export * from './protocol-step.schema.ts';

/** Something that must not be taken out without saying so: a lethal mutation otherwise. */
export const Ingredient = z.strictObject({
  id: Id,
  title: Words,
  why: Words,
  without: Words.describe('what to say to someone about to take it out'),
  links: z.array(Id).describe('the link, form or mechanism behind it'),
  source: Source,
});
export type Ingredient = z.infer<typeof Ingredient>;

/** How one stands in a programme, as the program knows it: a role of a protocol is held in one of these parts. */
const RolePart = z.enum(['leader', 'facilitator', 'specialist', 'sponsor', 'participant']);

const ProtocolRole = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  part: RolePart,
  min: z.number().int().min(0),
  max: z.number().int().min(1).nullable().describe('null: as many as there are'),
  per: z.enum(['programme', 'partnership', 'school']),
  notHeldBy: z.array(Words).describe('who may not hold it, in words people read'),
  source: Source,
});
export type ProtocolRole = z.infer<typeof ProtocolRole>;

const oneSchool = z
  .literal(true)
  .optional()
  .describe('the rule is one school’s or one programme’s experience, and is shown as that');

/**
 * Who may be in the group. no-line-managers: nobody who manages another in it; no-leaders: nobody who leads the
 * school; teachers-only: people who teach a class; same-subject and same-phase: shown when matching, and when
 * somebody does not share it; own-choice: nobody is put into it, everybody says yes; guests-welcome: people from
 * outside the school may be full members.
 */
const MembershipRule = z.strictObject({
  rule: z.enum([
    'no-line-managers',
    'no-leaders',
    'teachers-only',
    'same-subject',
    'same-phase',
    'own-choice',
    'guests-welcome',
  ]),
  words: Words,
  source: Source,
  oneSchool,
});
export type MembershipRule = z.infer<typeof MembershipRule>;

const TimingRule = z.strictObject({
  id: Id,
  words: Words,
  rule: z
    .strictObject({
      of: z.enum([
        'terms',
        'weeks',
        'onCallDays',
        'cycles',
        'weeksBetweenMeetings',
        'meetings',
        'minutesOfMeeting',
      ]),
      min: z.number().optional(),
      max: z.number().optional(),
      usual: z.tuple([z.number(), z.number()]).optional(),
    })
    .optional(),
  source: Source,
  oneSchool,
});
export type TimingRule = z.infer<typeof TimingRule>;

const ProtocolStage = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  cycle: z.number().int().min(1).max(9),
  steps: z.array(ProtocolStep).min(1).max(40),
});
export type ProtocolStage = z.infer<typeof ProtocolStage>;

/** A way of learning together, as data: the protocol engine and the programme designer both read it. */
export const Protocol = z.strictObject({
  id: Id,
  title: Words,
  plain: Words.describe('what it is, in two or three sentences'),
  suits: Words.describe('when one would choose it'),
  limits: z.array(Words).min(1).describe('what it is not good for, and what is not known'),
  version: z.number().int().min(1),
  startedBy: z
    .enum(['anyone', 'leaders'])
    .describe('who may start one: any member of staff, or who leads learning'),
  terms: z.array(z.number().int().min(1)).min(1).describe('numbers of terms it can be laid out over'),
  weeks: z.number().int().min(1).describe('teaching weeks as laid out here'),
  groupSize: z
    .strictObject({
      of: Words,
      min: z.number().int().min(1),
      max: z.number().int().min(1),
      source: Source.optional().describe('where the size is from, when not from the source of the whole'),
    })
    .refine(({ min, max }) => min <= max, 'min is more than max'),
  membership: z.array(MembershipRule),
  roles: z.array(ProtocolRole).min(1),
  questions: z
    .array(z.strictObject({ id: Id, words: Words }))
    .min(1)
    .optional()
    .describe('asked again at every stage'),
  stages: z.array(ProtocolStage).min(1).max(20),
  again: z
    .strictObject({ stages: z.array(Id).min(1), words: Words })
    .optional()
    .describe('the stages that another cycle goes through, where one follows'),
  yearly: z
    .strictObject({ theme: Words, report: Words })
    .optional()
    .describe('a theme for the school’s year, and the annual report put together from the cycles'),
  ingredients: z.array(Ingredient),
  timing: z.array(TimingRule),
  carriesOver: z.array(z.strictObject({ id: Id, words: Words, from: Id.optional(), to: Id.optional() })),
  produces: z.array(z.strictObject({ id: Id, title: Words, keptBy: Words })),
  report: z
    .array(z.strictObject({ id: Id, title: Words, prompt: Words }))
    .min(1)
    .max(10)
    .describe('what the group writes of a cycle at its end, beside what the program counts'),
  evidence: z.array(Evidence),
  fidelity: z.strictObject({
    fromSource: Words.describe('what the source sets'),
    ours: Words.describe('what we had to choose ourselves, such as minutes and weeks'),
  }),
  source: Source,
});
export type Protocol = z.infer<typeof Protocol>;
