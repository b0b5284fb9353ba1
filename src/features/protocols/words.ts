import { t } from '#platform/i18n/i18n.ts';
import type { StepKind, StepLead, StepMode, Strand } from '#features/evidence/index.ts';

/** What the stored words of a step are called on pages. */

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

const kindNames: Record<StepKind, () => string> = {
  input: () => t('Input: a seminar or workshop'),
  modelling: () => t('Modelling: seeing it in use'),
  reading: () => t('A resource or paper to study'),
  exercise: () => t('Exercise'),
  rehearsal: () => t('Rehearsal away from pupils'),
  tryout: () => t('Try-out in class'),
  'peer-observation': () => t('Observation by a partner'),
  'specialist-observation': () => t('Observation by the specialist'),
  recording: () => t('Recording of a lesson'),
  'research-lesson': () => t('Research lesson'),
  meeting: () => t('Meeting for discussion'),
  prompt: () => t('Question to answer'),
  reflection: () => t('Thinking back'),
  document: () => t('Writing something together'),
  consolidation: () => t('Time to put it in order'),
  interview: () => t('Conversation about starting points'),
  survey: () => t('Questions in writing'),
  measure: () => t('Measure with pupils'),
  'pupil-evidence': () => t('Gathering evidence from pupils'),
  agreement: () => t('Learning agreement'),
  'peer-assessment': () => t('Assessing progress together'),
  'hand-over': () => t('Handing over to the teachers'),
  'on-call': () => t('Specialist on call'),
};
export const kindWords = (kind: string): string => kindNames[kind as StepKind]?.() ?? kind;
