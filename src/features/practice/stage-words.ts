import { t } from '#platform/i18n/i18n.ts';
import type { RehearsalHow, Stage } from './practice.ts';

const stages: Record<Stage, () => string> = {
  begun: () => t('begun'),
  rehearsed: () => t('rehearsed'),
  tried: () => t('tried in class'),
  'met-again': () => t('met again'),
  'by-itself': () => t('goes by itself'),
};
export const stageWords = (stage: Stage): string => stages[stage]();

const sentences: Record<Stage, () => string> = {
  begun: () => t('Begun, and not rehearsed yet.'),
  rehearsed: () => t('Rehearsed, and not tried in class yet.'),
  tried: () => t('Tried in class, and not met again yet.'),
  'met-again': () => t('Met again. It does not go by itself yet.'),
  'by-itself': () => t('It goes by itself.'),
};
export const stageSentence = (stage: Stage): string => sentences[stage]();

const rehearsals: Record<RehearsalHow, () => string> = {
  alone: () => t('Alone'),
  coach: () => t('With my coach or mentor'),
  partner: () => t('With a partner'),
};
export const rehearsalWords = (how: RehearsalHow): string => rehearsals[how]();
