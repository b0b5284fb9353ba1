import { t } from '#platform/i18n/i18n.ts';
import { type How, howWords } from '#features/try-outs/index.ts';

export const rehearsals = ['alone', 'together', 'not-needed'] as const;
export type Rehearsal = (typeof rehearsals)[number];

/** A small thing to do in class: rehearsed, tried, met again after two weeks of teaching. */
export interface Step {
  id: string;
  words: string;
  /** In which lesson or class. */
  where: string;
  /** Why one more than usual at a time; '' for the first ones. */
  beyond: string;
  seenFirst: boolean | null;
  rehearsedAt: Date | null;
  rehearsedHow: Rehearsal | null;
  /** A day, with what pupils did. */
  triedOn: string | null;
  triedWords: string;
  /** The day on which one looks again. */
  revisitOn: string | null;
  revisitedAt: Date | null;
  revisitedHow: How | null;
  revisitedWords: string;
  version: number;
  updatedAt: Date;
  /** It was taken away. */
  endedAt: Date | null;
}

export type StepState = 'to-rehearse' | 'to-try' | 'to-revisit' | 'done' | 'ended';

export function stateOf(step: Step): StepState {
  if (step.endedAt) return 'ended';
  if (step.revisitedAt) return 'done';
  if (step.triedOn) return 'to-revisit';
  return step.rehearsedAt ? 'to-try' : 'to-rehearse';
}

/** Not looked at again yet: it takes up one of the few places there are at a time. */
export const isOpen = (step: Step): boolean => !['done', 'ended'].includes(stateOf(step));

export const rehearsalInWords = (how: Rehearsal): string =>
  ({
    alone: t('Rehearsed alone'),
    together: t('Rehearsed together'),
    'not-needed': t('It did not need rehearsing'),
  })[how];

/** Where a step stands, in a few words. */
export const stateInWords = (step: Step): string =>
  ({
    'to-rehearse': t('to rehearse, then to try'),
    'to-try': t('rehearsed, to try in class'),
    'to-revisit': t('tried, to be looked at again'),
    done: step.revisitedHow
      ? t('looked at again (“{how}”)', { how: t(howWords[step.revisitedHow]) })
      : t('looked at again'),
    ended: t('taken away'),
  })[stateOf(step)];
