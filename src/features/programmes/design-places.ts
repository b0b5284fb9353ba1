import { t } from '#platform/i18n/i18n.ts';
import type { FactName, StepKind } from '#features/evidence/index.ts';
import { programmeHref } from './addresses.ts';
import type { Programme } from './programme.queries.ts';

/** Where in the design one could change what a fact says. */
interface DesignPlace {
  label: string;
  href: string;
}

type Place = { kind: StepKind } | 'steps' | 'about' | 'questions' | 'people' | 'risks';

const places: Partial<Record<FactName, Place>> = {
  specialistMinutes: { kind: 'input' },
  peerMinutes: { kind: 'peer-observation' },
  practiceMinutes: { kind: 'tryout' },
  pupilEvidenceMinutes: { kind: 'measure' },
  sessions: { kind: 'input' },
  tryouts: { kind: 'tryout' },
  modellingSteps: { kind: 'modelling' },
  rehearsals: { kind: 'rehearsal' },
  modelledBeforeRehearsal: { kind: 'modelling' },
  peerObservations: { kind: 'peer-observation' },
  specialistObservations: { kind: 'specialist-observation' },
  meetings: { kind: 'meeting' },
  meetingsWithEvidence: { kind: 'meeting' },
  consolidationMinutes: { kind: 'consolidation' },
  revisits: { kind: 'tryout' },
  peerAssessments: { kind: 'peer-assessment' },
  handOvers: { kind: 'hand-over' },
  onCallDays: { kind: 'on-call' },
  outcomeMeasures: { kind: 'measure' },
  baseline: { kind: 'measure' },
  formativeChecks: { kind: 'measure' },
  delayed: { kind: 'measure' },
  startingPointsStep: { kind: 'survey' },
  focusMenu: { kind: 'agreement' },
  agreementStep: { kind: 'agreement' },
  pupilGroupNamed: 'about',
  subjectSpecific: 'about',
  rationaleGiven: 'about',
  materialsGiven: 'about',
  priorityLinked: 'about',
  replacesSomething: 'about',
  participation: 'questions',
  statesHowItLeadsToPractice: 'questions',
  checksPriorKnowledge: 'questions',
  methodsHaveEvidence: 'questions',
  taughtByItsOwnMethod: 'questions',
  beliefsQuestioned: 'questions',
  examplesPerTechnique: 'questions',
  actionStepsAtOnce: 'questions',
  sharesExistingPracticeOnly: 'questions',
  dutyOrCompliance: 'questions',
  cascade: 'questions',
  technicalNeeds: 'questions',
  technicalCheckDone: 'questions',
  workloadEstimated: 'questions',
  outsideProvider: 'questions',
  leadersTakePart: 'people',
  leadersEndorse: 'people',
  attendeesPerSchool: 'people',
  otherInitiatives: 'people',
  riskCount: 'risks',
};

/**
 * The place for the last of these facts that has one of its own, else the list of steps. A check names
 * what must be so for it to speak first, and what it speaks of last.
 */
export function placeFor(programme: Pick<Programme, 'slug'>, facts: readonly FactName[]): DesignPlace {
  const place = facts.map((fact) => places[fact]).findLast((each) => each !== undefined) ?? 'steps';
  if (typeof place === 'object')
    return {
      label: t('Add such a step'),
      href: programmeHref(programme, `design/steps/new?kind=${place.kind}`),
    };
  switch (place) {
    case 'about':
      return { label: t('Write it into the plan'), href: programmeHref(programme, 'design/about') };
    case 'questions':
      return { label: t('Answer the question'), href: programmeHref(programme, 'design/questions') };
    case 'people':
      return { label: t('Go to the people'), href: programmeHref(programme, 'people') };
    case 'risks':
      return { label: t('Write it down'), href: programmeHref(programme, 'design#risks') };
    case 'steps':
      return { label: t('Go to the steps'), href: programmeHref(programme, 'design#steps') };
  }
}
