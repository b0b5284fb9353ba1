import { z } from 'zod';
import { Id, Source, Words } from './source.schema.ts';

/** Something that can be seen or heard, named so that two observers would mean the same by it. */
const Named = z.strictObject({ id: Id, label: Words, plain: Words.optional() });

const common = { id: Id, title: Words, plain: Words };

/** Written answers under prompts. */
const Prompts = z.strictObject({
  kind: z.literal('prompts'),
  ...common,
  prompts: z.array(z.strictObject({ id: Id, prompt: Words, help: Words.optional() })).min(1),
});

/** Notes about pupils whom the observed teacher chose: what they did and said, and when. */
const PupilNotes = z.strictObject({ kind: z.literal('pupil-notes'), ...common });

/** What the teacher expected of chosen pupils, beside what was seen. */
const PredictedObserved = z.strictObject({ kind: z.literal('predicted-observed'), ...common });

/** How often something happened, each time with its moment. A count of events and nothing else. */
const Tally = z.strictObject({ kind: z.literal('tally'), ...common, events: z.array(Named).min(1).max(8) });

/** Stretches of the lesson, each with its beginning and its end; the next one ends the one before. */
const Timeline = z.strictObject({
  kind: z.literal('timeline'),
  ...common,
  episodes: z.array(Named).min(2).max(10),
});

/** Marks on a drawing of the tables. */
const SeatingPlan = z.strictObject({
  kind: z.literal('seating-plan'),
  ...common,
  marks: z
    .array(
      Named.extend({
        sign: z
          .string()
          .regex(/^\p{Lu}$/u)
          .describe('one capital letter, which stands on the drawing'),
      }),
    )
    .min(1)
    .max(6),
});

/** A code at regular moments: who talks then, and what sort of talk it is. */
const ListeningCodes = z.strictObject({
  kind: z.literal('listening-codes'),
  ...common,
  every: z.int().min(10).max(300).describe('seconds from one code to the next'),
  codes: z
    .array(Named.extend({ who: Words.describe('whose talk it is') }))
    .min(2)
    .max(10),
});

export const InstrumentPart = z.discriminatedUnion('kind', [
  Prompts,
  PupilNotes,
  PredictedObserved,
  Tally,
  Timeline,
  SeatingPlan,
  ListeningCodes,
]);
export type InstrumentPart = z.infer<typeof InstrumentPart>;
export type InstrumentKind = InstrumentPart['kind'];

/**
 * What an observer writes with. It describes: there is no kind of part for a judgement in figures, none that adds
 * one kind to another, and `describesOnly` says so in each file.
 */
export const Instrument = z.strictObject({
  id: Id,
  title: Words,
  plain: Words,
  whatFor: Words.describe('what it is for, and when one would choose it'),
  cannotTell: z.array(Words).min(1).describe('what nobody can conclude from it'),
  parts: z.array(InstrumentPart).min(1).max(4),
  preparation: z
    .strictObject({ todo: z.array(Words).min(1), why: Words, source: Source })
    .nullable()
    .describe('what the observer reads or does before; null where a minute is enough'),
  describesOnly: z.literal(true),
  source: Source,
});
export type Instrument = z.infer<typeof Instrument>;

/** The ids inside one part: its prompts, events, episodes, marks or codes. */
export function namedIn(part: InstrumentPart): readonly { id: string }[] {
  switch (part.kind) {
    case 'prompts':
      return part.prompts;
    case 'tally':
      return part.events;
    case 'timeline':
      return part.episodes;
    case 'seating-plan':
      return part.marks;
    case 'listening-codes':
      return part.codes;
    case 'pupil-notes':
    case 'predicted-observed':
      return [];
  }
}
