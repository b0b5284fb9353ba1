import { t } from '#platform/i18n/i18n.ts';
import type { Outcome } from './commitments.queries.ts';
import type { AttendanceState } from './roll.queries.ts';

const states: Record<AttendanceState, () => string> = {
  here: () => t('Here'),
  online: () => t('Joined online'),
  later: () => t('Caught up later'),
  'not-here': () => t('Not here'),
};
export const stateWords = (state: AttendanceState | null): string =>
  state ? states[state]() : t('Not marked yet');

const outcomeNames: Record<Outcome, () => string> = {
  tried: () => t('Tried it'),
  partly: () => t('Tried part of it'),
  'not-yet': () => t('Not yet'),
};
export const outcomeWords = (outcome: Outcome): string => outcomeNames[outcome]();

export const grounds = ['prior-knowledge', 'adjustment', 'absence'] as const;
export type Ground = (typeof grounds)[number];
const groundNames: Record<Ground, () => string> = {
  'prior-knowledge': () => t('They know or do this already'),
  adjustment: () => t('Something else suits them better'),
  absence: () => t('They were away'),
};
export const groundWords = (ground: Ground): string => groundNames[ground]();
