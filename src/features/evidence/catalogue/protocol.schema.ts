import { z } from 'zod';
import { Evidence } from './ledger.schema.ts';
import { Id, Source, Words } from './source.schema.ts';

export const StepKind = z.enum([
  'input',
  'modelling',
  'reading',
  'exercise',
  'rehearsal',
  'tryout',
  'peer-observation',
  'specialist-observation',
  'meeting',
  'consolidation',
  'interview',
  'survey',
  'measure',
  'agreement',
  'peer-assessment',
  'hand-over',
  'on-call',
]);
export type StepKind = z.infer<typeof StepKind>;

/** The four strands of the braid, in the order in which they begin. */
export const Strand = z.enum(['specialist', 'peer', 'practice', 'pupils']);
export type Strand = z.infer<typeof Strand>;

export const StepLead = z.enum(['specialist', 'facilitator', 'teachers']);
export type StepLead = z.infer<typeof StepLead>;
export const StepMode = z.enum(['in-person', 'online', 'own-time']);
export type StepMode = z.infer<typeof StepMode>;

/** One step of a protocol. A step with `repeats` happens again `every` so many weeks. */
export const ProtocolStep = z.strictObject({
  id: Id,
  kind: StepKind,
  title: Words,
  prompt: Words.describe('what those taking part are asked to do'),
  strand: Strand,
  lead: StepLead,
  week: z.number().int().min(0).describe('teaching weeks after the start; holidays are not counted'),
  minutes: z.number().int().min(0).describe('for one teacher, each time'),
  repeats: z
    .strictObject({
      times: z.number().int().min(2),
      every: z.number().int().min(1).describe('teaching weeks'),
    })
    .optional(),
  inSchoolDay: z.boolean(),
  mode: StepMode,
  required: z.boolean(),
  cycle: z.union([z.literal(1), z.literal(2)]),
  ingredient: Id.optional().describe('the ingredient it carries; taking it out is never silent'),
  form: Id.optional().describe('the form or agenda people fill in'),
  after: z.array(Id).optional().describe('steps that must come first'),
  days: z.number().int().min(1).optional().describe('for on-call: days on which the specialist can be asked'),
});
export type ProtocolStep = z.infer<typeof ProtocolStep>;

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

const ProtocolRole = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  min: z.number().int().min(0),
  max: z.number().int().min(1).nullable().describe('null: as many as there are'),
  per: z.enum(['programme', 'partnership', 'school']),
  notHeldBy: z.array(Words).describe('who may not hold it, in words people read'),
  source: Source,
});

const TimingRule = z.strictObject({
  id: Id,
  words: Words,
  rule: z
    .strictObject({
      of: z.enum(['terms', 'weeks', 'onCallDays', 'cycles', 'weeksBetweenMeetings']),
      min: z.number().optional(),
      max: z.number().optional(),
      usual: z.tuple([z.number(), z.number()]).optional(),
    })
    .optional(),
  source: Source,
});

/** A way of learning together, as data: the protocol engine and the programme designer both read it. */
export const Protocol = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  version: z.number().int().min(1),
  terms: z.array(z.number().int().min(1)).min(1).describe('numbers of terms it can be laid out over'),
  weeks: z.number().int().min(1).describe('teaching weeks as laid out here'),
  groupSize: z.strictObject({ of: Words, min: z.number().int().min(1), max: z.number().int().min(1) }),
  roles: z.array(ProtocolRole).min(1),
  stages: z
    .array(
      z.strictObject({
        id: Id,
        title: Words,
        plain: Words,
        cycle: z.union([z.literal(1), z.literal(2)]),
        steps: z.array(ProtocolStep).min(1),
      }),
    )
    .min(1),
  ingredients: z.array(Ingredient),
  timing: z.array(TimingRule),
  carriesOver: z.array(z.strictObject({ id: Id, words: Words, from: Id.optional(), to: Id.optional() })),
  produces: z.array(z.strictObject({ id: Id, title: Words, keptBy: Words })),
  evidence: z.array(Evidence).min(1),
  fidelity: z.strictObject({
    fromSource: Words.describe('what the source sets'),
    ours: Words.describe('what we had to choose ourselves, such as minutes and weeks'),
  }),
  source: Source,
});
export type Protocol = z.infer<typeof Protocol>;
