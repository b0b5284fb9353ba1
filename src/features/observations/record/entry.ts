import type { Instrument, InstrumentKind, InstrumentPart } from '#features/evidence/index.ts';
import { longestLabel } from '../instruments/chosen.ts';

/** What was recorded, by the kind of its part; what a kind has no use for is absent. */
export interface EntryBody {
  /** The prompt, event, stretch, mark or code that it is about, by its id in the catalogue. */
  choice?: string;
  /** The pupil, in the words they were chosen by; '' for the class. */
  pupil?: string;
  /** The seat, '1-3'. */
  seat?: string;
  text?: string;
}

/** One thing an observer recorded. Times as PostgreSQL writes them in JSON. */
export interface Entry {
  id: string;
  personId: string;
  instrument: string;
  part: string;
  kind: InstrumentKind;
  at: string;
  body: EntryBody;
  /** When its observer took it back. */
  endedAt: string | null;
}

/** In characters. */
export const longestEntry = 4_000;

/** What ends a stretch of the lesson without another beginning. */
export const itEnds = 'ends';

/** What a form of the page for recording sends. */
export interface SentEntry {
  part: string;
  choice: string;
  pupil: string;
  seat: string;
  text: string;
}

/** Why something was not taken, by the field it is about. */
export type WhyNot = 'no-part' | 'no-choice' | 'no-pupil' | 'no-seat' | 'no-text';

/** Reads an entry against the instrument it was recorded with. Answers what is to be kept, or why it is not. */
export function readEntry(
  instrument: Instrument,
  sent: SentEntry,
): { part: InstrumentPart; body: EntryBody } | WhyNot {
  const part = instrument.parts.find(({ id }) => id === sent.part);
  if (!part) return 'no-part';
  const { choice, pupil, seat, text } = sent;
  switch (part.kind) {
    case 'prompts':
      if (!isIn(part.prompts, choice)) return 'no-choice';
      return text ? { part, body: { choice, text } } : 'no-text';
    case 'pupil-notes':
      if (pupil.length > longestLabel) return 'no-pupil';
      return text ? { part, body: { pupil, text } } : 'no-text';
    case 'predicted-observed':
      if (pupil === '' || pupil.length > longestLabel) return 'no-pupil';
      return text ? { part, body: { pupil, text } } : 'no-text';
    case 'tally':
      return isIn(part.events, choice) ? { part, body: { choice } } : 'no-choice';
    case 'timeline':
      return choice === itEnds || isIn(part.episodes, choice) ? { part, body: { choice } } : 'no-choice';
    case 'seating-plan':
      if (!isIn(part.marks, choice)) return 'no-choice';
      return /^[1-9]\d?-[1-9]\d?$/.test(seat) ? { part, body: { choice, seat } } : 'no-seat';
    case 'listening-codes':
      return isIn(part.codes, choice) ? { part, body: { choice } } : 'no-choice';
  }
}

const isIn = (all: readonly { id: string }[], id: string): boolean => all.some((each) => each.id === id);

/** What stands: not taken back, of this instrument and part, in the order in which it happened. */
export const entriesOf = (entries: readonly Entry[], instrument: string, part: string): Entry[] =>
  entries.filter((each) => each.endedAt === null && each.instrument === instrument && each.part === part);

/** How often each choice was pressed. One count for each; they are never added to one another. */
export function howOften(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of entries)
    if (body.choice !== undefined) counts.set(body.choice, (counts.get(body.choice) ?? 0) + 1);
  return counts;
}

export interface Stretch {
  choice: string;
  /** In milliseconds since 1970. */
  from: number;
  /** null: nobody said when it ended. */
  to: number | null;
}

/** Stretches with beginning and end: each lasts until the next begins, or somebody says that it ends. */
export function stretchesOf(entries: readonly Entry[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { at, body } of entries) {
    const moment = Date.parse(at);
    const last = stretches.at(-1);
    if (last?.to === null) last.to = moment;
    if (body.choice !== undefined && body.choice !== itEnds)
      stretches.push({ choice: body.choice, from: moment, to: null });
  }
  return stretches;
}
