import { t } from '#platform/i18n/i18n.ts';
import type { ProtocolStep, StepKind } from '#features/evidence/index.ts';
import { kindWords } from './words.ts';

/** What a new step of a kind is proposed as; everything in it can be changed. */
type Proposal = Pick<ProtocolStep, 'strand' | 'lead' | 'mode' | 'minutes' | 'inSchoolDay'> & {
  prompt(): string;
} & Partial<Pick<ProtocolStep, 'writing' | 'days' | 'form'>> & { sections?: () => [string, string][] };

const bySpecialist = {
  strand: 'specialist',
  lead: 'specialist',
  mode: 'in-person',
  inSchoolDay: true,
} as const;
const amongPeers = { strand: 'peer', lead: 'teachers', mode: 'in-person', inSchoolDay: true } as const;
const inClass = { strand: 'practice', lead: 'teachers', mode: 'in-person', inSchoolDay: true } as const;
const ofPupils = { strand: 'pupils', lead: 'teachers', mode: 'in-person', inSchoolDay: true } as const;
const alone = { mode: 'own-time', inSchoolDay: false } as const;

const proposals: Record<StepKind, Proposal> = {
  input: {
    ...bySpecialist,
    minutes: 90,
    prompt: () => t('Meet the idea: why it should help, and what it looks like.'),
  },
  modelling: { ...bySpecialist, minutes: 60, prompt: () => t('Watch it in use. Note what pupils do.') },
  reading: {
    ...bySpecialist,
    ...alone,
    lead: 'teachers',
    minutes: 45,
    prompt: () => t('Read it, and note what you would ask its author.'),
  },
  exercise: {
    ...inClass,
    minutes: 30,
    prompt: () => t('Do this before the next meeting, and bring what came of it.'),
  },
  rehearsal: {
    ...amongPeers,
    minutes: 30,
    prompt: () => t('Rehearse it with a colleague before you use it with pupils.'),
  },
  tryout: {
    ...inClass,
    minutes: 45,
    form: 'try-out',
    prompt: () => t('Try one thing. Note what you tried, why, and how pupils responded.'),
  },
  'peer-observation': {
    ...amongPeers,
    minutes: 60,
    prompt: () => t('Watch your partner’s class. Write down what pupils say and do.'),
  },
  'specialist-observation': {
    ...bySpecialist,
    minutes: 45,
    prompt: () => t('The specialist watches part of a lesson, and you talk about it.'),
  },
  recording: {
    ...inClass,
    minutes: 30,
    prompt: () => t('Record a short part of a lesson, and watch it yourself first.'),
  },
  'research-lesson': {
    ...inClass,
    strand: 'pupils',
    minutes: 60,
    prompt: () => t('One teaches the lesson you planned together; the others note what pupils do.'),
  },
  meeting: {
    ...amongPeers,
    lead: 'facilitator',
    minutes: 60,
    form: 'meeting-agenda',
    prompt: () => t('Report what you tried, look at what pupils did, and say what you will do next.'),
  },
  prompt: {
    ...amongPeers,
    ...alone,
    minutes: 15,
    writing: 'each',
    sections: () => [[t('Your answer'), t('In your own words.')]],
    prompt: () => t('Answer in your own words.'),
  },
  reflection: {
    ...amongPeers,
    ...alone,
    minutes: 20,
    writing: 'each',
    sections: () => [[t('What I think now'), t('What has changed, and what made you change it.')]],
    prompt: () => t('Think back on what you tried and what it did.'),
  },
  document: {
    ...amongPeers,
    minutes: 60,
    writing: 'together',
    sections: () => [[t('Our text'), t('Anybody in the group goes on with it.')]],
    prompt: () => t('Write it together.'),
  },
  consolidation: {
    ...amongPeers,
    ...alone,
    minutes: 45,
    prompt: () => t('Put in order what you have, before anything new comes.'),
  },
  interview: {
    ...bySpecialist,
    minutes: 30,
    prompt: () => t('Talk about where you and your pupils start from.'),
  },
  survey: { ...ofPupils, ...alone, minutes: 15, prompt: () => t('Answer the questions in your own words.') },
  measure: {
    ...ofPupils,
    minutes: 45,
    prompt: () => t('Take the measure you chose with the pupils you named.'),
  },
  'pupil-evidence': {
    ...ofPupils,
    minutes: 30,
    prompt: () => t('Gather work or words of your pupils that show what they can do.'),
  },
  agreement: {
    ...amongPeers,
    minutes: 60,
    form: 'learning-agreement',
    prompt: () => t('Choose a focus with your partner, name the pupils, and write down what you agree.'),
  },
  'peer-assessment': {
    ...amongPeers,
    minutes: 60,
    prompt: () => t('Look with your partner at how far each of you has come.'),
  },
  'hand-over': {
    ...amongPeers,
    minutes: 45,
    prompt: () => t('Agree who keeps this going from here, and with what.'),
  },
  'on-call': {
    ...bySpecialist,
    mode: 'online',
    minutes: 20,
    days: 10,
    prompt: () => t('Ask the specialist when you have a question.'),
  },
};

/** A first proposal for a step of this kind, to be changed freely. */
export function proposedStep(kind: StepKind): Omit<ProtocolStep, 'id' | 'week' | 'cycle'> {
  const { prompt, sections, ...rest } = proposals[kind];
  return {
    kind,
    title: kindWords(kind),
    prompt: prompt(),
    required: true,
    ...rest,
    ...(sections && {
      sections: sections().map(([title, asks], n) => ({ id: `part-${n + 1}`, title, prompt: asks })),
    }),
  };
}
