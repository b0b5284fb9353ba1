import { t } from '#platform/i18n/i18n.ts';
import type { StepKind, StepLead, StepMode, Strand } from '#features/evidence/index.ts';
import type { Part } from './people.queries.ts';

/** What the stored words of a programme are called on pages. */

const strands: Record<Strand, () => string> = {
  specialist: () => t('Specialist input'),
  peer: () => t('Peer support'),
  practice: () => t('Practice in class'),
  pupils: () => t('Pupil evidence'),
};
export const strandWords = (strand: string): string => strands[strand as Strand]?.() ?? strand;

const leadNames: Record<StepLead, () => string> = {
  specialist: () => t('the specialist'),
  facilitator: () => t('the facilitator'),
  teachers: () => t('the teachers'),
};
/** As it stands inside a sentence: "led by the specialist". */
export const leadWords = (lead: string): string => leadNames[lead as StepLead]?.() ?? lead;

const leadChoices: Record<StepLead, () => string> = {
  specialist: () => t('The specialist'),
  facilitator: () => t('The facilitator'),
  teachers: () => t('The teachers'),
};
/** As it stands alone, to be chosen. */
export const leadChoice = (lead: StepLead): string => leadChoices[lead]();

const modeNames: Record<StepMode, () => string> = {
  'in-person': () => t('In person'),
  online: () => t('Online'),
  'own-time': () => t('Each on their own'),
};
export const modeWords = (mode: string): string => modeNames[mode as StepMode]?.() ?? mode;

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

const kindNames: Record<StepKind, () => string> = {
  input: () => t('Input: a seminar or workshop'),
  modelling: () => t('Modelling: seeing it in use'),
  reading: () => t('Reading'),
  exercise: () => t('Exercise'),
  rehearsal: () => t('Rehearsal away from pupils'),
  tryout: () => t('Try-out in class'),
  'peer-observation': () => t('Observation by a partner'),
  'specialist-observation': () => t('Observation by the specialist'),
  meeting: () => t('Meeting for discussion'),
  consolidation: () => t('Time to put it in order'),
  interview: () => t('Conversation about starting points'),
  survey: () => t('Questions in writing'),
  measure: () => t('Measure with pupils'),
  agreement: () => t('Learning agreement'),
  'peer-assessment': () => t('Assessing progress together'),
  'hand-over': () => t('Handing over to the teachers'),
  'on-call': () => t('Specialist on call'),
};
export const kindWords = (kind: string): string => kindNames[kind as StepKind]?.() ?? kind;
