import type { How } from '#features/try-outs/index.ts';
import type { Fields } from '../browser.ts';

/** Two or three who work together over some weeks, from the question to what they agreed. */
export interface PairText {
  /** Who asks: the learner, or the first of the co-coaches. */
  learner: string;
  others: readonly string[];
  kind: 'mentoring' | 'specialist-coaching' | 'co-coaching';
  /** Of mentoring. */
  purpose?: 'induction' | 'progression' | 'challenge';
  /** By its id in the catalogue. */
  rhythm: string;
  /** What the learner writes to whom they ask. */
  asks: string;
  /** The teaching week in which they ask, from now. */
  begins: number;
  /** What they agree, by part; left out where they have not written it. */
  agreement?: Readonly<Record<string, string>>;
  /** The teaching week in which they look at it again, where they set a day. */
  lookAgain?: number;
}

/** When two meet, over some teaching weeks from now: one form books them all. */
export interface TimesText {
  weeks: readonly number[];
  /** 0 is Monday. */
  day: number;
  at: string;
  minutes: number;
  /** What each time is for, where it is no conversation. */
  kinds?: Readonly<Record<number, 'planning' | 'lesson' | 'rehearsal' | 'review'>>;
  /** How the time for it was made. */
  made: Fields;
}

/** A goal of one learner, in their words. */
export interface GoalText {
  goal: string;
  pupils: string;
  looks: string;
  adjusts?: string;
  /** Who reads it beside its author. */
  readers: 'me' | 'pairing';
}

/** What became of a step, each time with its day. */
export interface StepText {
  words: string;
  where: string;
  rehearsed?: readonly [seen: 'yes' | 'no', how: 'alone' | 'together' | 'not-needed'];
  tried?: readonly [on: string, pupils: string];
  revisited?: readonly [on: string, how: How, words: string];
}

/** One stretch of a conversation, on the six dimensions. */
export interface NoteText {
  by: string;
  began: string;
  subject: string;
  words?: string;
  /** What they had before them, tone, how wide, which time. */
  as: readonly [stimulus: string, tone: string, scale: string, timeframe: string];
}

/** A conversation at one of the times together. */
export interface TalkText {
  week: number;
  begunBy: string;
  /** By part: who writes, and what. A part of one person's own is named 'asked-key' or 'answers-key'. */
  parts: Readonly<Record<string, readonly [by: string, text: string]>>;
  notes?: readonly NoteText[];
}

/** A note as one line: who writes, who began, about what, and the four that are chosen from lists. */
export function note(
  writer: string,
  began: string,
  subject: string,
  stimulus: string,
  tone: string,
  scale: string,
  timeframe: string,
  words?: string,
): NoteText {
  return { by: writer, began, subject, as: [stimulus, tone, scale, timeframe], ...(words && { words }) };
}
