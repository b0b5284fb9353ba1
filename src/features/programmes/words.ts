import { t } from '#platform/i18n/i18n.ts';
import type { Part } from './people.queries.ts';

/** What the stored words of a programme are called on pages. */

export const covers = ['none-needed', 'to-arrange', 'arranged'] as const;
const coverNames: Record<(typeof covers)[number], () => string> = {
  'none-needed': () => t('No cover needed'),
  'to-arrange': () => t('Cover to be arranged'),
  arranged: () => t('Cover arranged'),
};
export const coverWords = (cover: string | null): string =>
  cover === null ? t('Cover not said yet') : (coverNames[cover as (typeof covers)[number]]?.() ?? cover);

export const aims = ['inform', 'train', 'transform'] as const;
const aimNames: Record<(typeof aims)[number], () => string> = {
  inform: () => t('To inform: people come to know something'),
  train: () => t('To train: people learn to do something'),
  transform: () => t('To transform: people come to teach differently'),
};
export const aimWords = (aim: string): string => aimNames[aim as (typeof aims)[number]]?.() ?? aim;

export const changeKinds = ['additive', 'disruptive'] as const;
const changeNames: Record<(typeof changeKinds)[number], () => string> = {
  additive: () => t('It adds to what teachers do'),
  disruptive: () => t('It asks teachers to give up a habit'),
};
export const changeWords = (kind: string): string =>
  changeNames[kind as (typeof changeKinds)[number]]?.() ?? kind;

export const costKinds = ['cover', 'fee', 'materials', 'travel', 'other'] as const;
const costNames: Record<(typeof costKinds)[number], () => string> = {
  cover: () => t('Cover'),
  fee: () => t('Fees'),
  materials: () => t('Materials'),
  travel: () => t('Travel'),
  other: () => t('Other'),
};
export const costWords = (kind: string): string => costNames[kind as (typeof costKinds)[number]]?.() ?? kind;

const partNames: Record<Part, () => string> = {
  leader: () => t('Leader'),
  facilitator: () => t('Facilitator'),
  specialist: () => t('Specialist'),
  sponsor: () => t('Senior sponsor'),
  participant: () => t('Participant'),
};
export const partWords = (part: Part): string => partNames[part]();
