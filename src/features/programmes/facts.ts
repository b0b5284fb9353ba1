import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { DesignFacts } from '#features/evidence/index.ts';
import { amount, participation, yesNo } from './answers.ts';
import type { Design, DesignStep } from './design.ts';
import { lookBacks, pupilLooks } from './pupil-looks.ts';
import { specialistShares } from './specialist-share.ts';

const fortnight = 14;

const minutesOf = (steps: readonly DesignStep[], which: (step: DesignStep) => boolean): number =>
  steps.filter(which).reduce((sum, step) => sum + step.minutes, 0);

const ofKind = (steps: readonly DesignStep[], ...kinds: string[]): DesignStep[] =>
  steps.filter((step) => kinds.includes(step.kind));

/**
 * What a design says about itself, as the flat facts that the design check reads. What nobody has
 * said is null; a plan with no steps yet says nothing of its steps' length.
 * A look back after the end counts as pupil evidence and not towards the programme's length.
 */
export function designFacts(design: Design): DesignFacts {
  const { programme, steps, people, answers } = design;
  const later = lookBacks(steps);
  const running = steps.filter((step) => !later.includes(step));
  const shares = specialistShares(running);
  const inputs = ofKind(steps, 'input', 'modelling');
  const tryouts = ofKind(steps, 'tryout');
  const meetings = ofKind(steps, 'meeting');
  const rehearsals = ofKind(steps, 'rehearsal');
  const agreements = ofKind(steps, 'agreement');
  const participants = people.filter(({ parts }) => parts.includes('participant'));
  const specialists = people.filter(({ parts }) => parts.includes('specialist'));
  const firstInput = inputs[0];

  return {
    weeks: weeksOf(running, design),
    terms: design.terms.length === 0 || running.length === 0 ? null : termsOf(running, design),
    cycles: steps.length === 0 ? null : new Set(steps.map((step) => step.cycle)).size,
    sessions: ofKind(steps, 'input', 'modelling', 'rehearsal').length,

    specialistMinutes: minutesOf(steps, (step) => step.strand === 'specialist'),
    peerMinutes: minutesOf(steps, (step) => step.strand === 'peer'),
    practiceMinutes: minutesOf(steps, (step) => step.strand === 'practice'),
    pupilEvidenceMinutes: minutesOf(steps, (step) => step.strand === 'pupils'),
    specialistShareFirstThird: shares.first,
    specialistShareLastThird: shares.last,

    kindsOfActivity: kindsOfActivity(steps),
    tryouts: tryouts.length,
    modellingSteps: ofKind(steps, 'modelling').length,
    rehearsals: rehearsals.length,
    modelledBeforeRehearsal: rehearsals.length === 0 ? null : eachAfterModel(rehearsals, steps),
    peerObservations: ofKind(steps, 'peer-observation').length,
    specialistObservations: ofKind(steps, 'specialist-observation').length,
    meetings: meetings.length,
    // An agenda of the catalogue opens with reports and looks at evidence from classes.
    meetingsWithEvidence: meetings.filter((step) => step.form !== null).length,
    consolidationMinutes: minutesOf(steps, (step) => step.kind === 'consolidation' && step.in_school_day),
    revisits: revisits(ofKind(steps, 'tryout', 'rehearsal')),
    peerAssessments: ofKind(steps, 'peer-assessment').length,
    handOvers: ofKind(steps, 'hand-over').length,
    onCallDays: ofKind(steps, 'on-call').reduce((sum, step) => sum + (step.days ?? 1), 0),
    actionStepsAtOnce: amount(answers, 'actionStepsAtOnce'),

    // Partners name their pupils in the agreement.
    pupilGroupNamed: programme.pupil_group !== '' || agreements.length > 0,
    ...pupilLooks(steps, later),
    startingPointsStep: ofKind(steps, 'survey', 'interview').some(
      (step) => step.strand !== 'peer' && (!firstInput || step.on_date <= firstInput.on_date),
    ),
    focusMenu: agreements.length > 0,
    agreementStep: agreements.length > 0,
    participation: participation(answers),

    subjectSpecific: programme.subject ? true : null,
    rationaleGiven: programme.rationale !== '',
    materialsGiven: programme.materials !== '',
    sharesExistingPracticeOnly: yesNo(answers, 'sharesExistingPracticeOnly'),
    dutyOrCompliance: yesNo(answers, 'dutyOrCompliance'),
    statesHowItLeadsToPractice: yesNo(answers, 'statesHowItLeadsToPractice'),
    checksPriorKnowledge: yesNo(answers, 'checksPriorKnowledge'),
    methodsHaveEvidence: yesNo(answers, 'methodsHaveEvidence'),
    taughtByItsOwnMethod: yesNo(answers, 'taughtByItsOwnMethod'),
    beliefsQuestioned: yesNo(answers, 'beliefsQuestioned'),
    examplesPerTechnique: amount(answers, 'examplesPerTechnique'),

    attendeesPerSchool: participants.length || null,
    groupSize: design.template?.groupSize.min ?? null,
    cascade: yesNo(answers, 'cascade'),
    leadersTakePart: participants.length === 0 ? null : participants.some((person) => person.leads),
    leadersEndorse: people.some((person) => person.leads && person.parts.includes('sponsor')) || null,
    inPersonMinutes: minutesOf(steps, (step) => step.mode === 'in-person'),
    onlineMinutes: minutesOf(steps, (step) => step.mode === 'online'),
    inSchoolDayMinutes: minutesOf(steps, (step) => step.in_school_day),
    outsideSchoolDayMinutes: minutesOf(steps, (step) => !step.in_school_day),
    coverArranged: coverArranged(steps),

    priorityLinked: programme.priority_id !== null,
    workloadEstimated: yesNo(answers, 'workloadEstimated'),
    replacesSomething: programme.replaces !== '',
    otherInitiatives: design.otherProgrammes,
    technicalNeeds: yesNo(answers, 'technicalNeeds'),
    technicalCheckDone: yesNo(answers, 'technicalCheckDone'),
    riskCount: design.risks.length,
    outsideProvider:
      specialists.some((person) => person.kind === 'guest') || yesNo(answers, 'outsideProvider'),
    removedIngredients: removedIngredients(design),
  };
}

/** Titles of steps taken out whose ingredient no step left carries any more. */
function removedIngredients({ steps, removed }: Pick<Design, 'steps' | 'removed'>): string[] {
  const carried = new Set(steps.map((step) => step.ingredient));
  return removed
    .filter((step) => step.ingredient !== null && !carried.has(step.ingredient))
    .map((step) => step.title);
}

/** Teaching weeks from the first step to the last; plain weeks where the school's terms do not reach. */
function weeksOf(running: readonly DesignStep[], { terms, closures }: Design): number | null {
  const [first, last] = [running[0]?.on_date, running.at(-1)?.on_date];
  if (!first || !last) return null;
  const known = teachingWeeks(terms, closures);
  const lastKnown = known.at(-1);
  const inTerms = known.filter((week) => addDays(week, 6) >= first && week <= last).length;
  if (lastKnown === undefined) return Math.floor(daysBetween(first, last) / 7) + 1;
  const beyond = addDays(lastKnown, 6) < last ? Math.ceil(daysBetween(addDays(lastKnown, 6), last) / 7) : 0;
  return inTerms + beyond;
}

const termsOf = (running: readonly DesignStep[], { terms }: Design): number =>
  terms.filter((term) => running.some(({ on_date: on }) => on >= term.startsOn && on <= term.endsOn)).length;

const eachAfterModel = (rehearsals: readonly DesignStep[], steps: readonly DesignStep[]): boolean => {
  const shown = ofKind(steps, 'modelling')[0]?.on_date;
  return shown !== undefined && rehearsals.every((step) => step.on_date >= shown);
};

/** Tries and rehearsals at least a fortnight after the first of them. */
function revisits(tries: readonly DesignStep[]): number {
  const first = tries[0];
  return first ? tries.filter((step) => daysBetween(first.on_date, step.on_date) >= fortnight).length : 0;
}

/** How many different kinds of step people learn in; null while there is none. */
function kindsOfActivity(steps: readonly DesignStep[]): number | null {
  const learning = steps.filter(({ kind }) => !['survey', 'measure', 'agreement'].includes(kind));
  return new Set(learning.map(({ kind }) => kind)).size || null;
}

/** Whether every step in the school day that takes somebody from a class is covered; null when nobody has said. */
function coverArranged(steps: readonly DesignStep[]): boolean | null {
  const inDay = steps.filter((step) => step.in_school_day);
  if (inDay.length === 0) return true;
  if (inDay.every((step) => step.cover === null)) return null;
  return inDay.every((step) => step.cover === 'none-needed' || step.cover === 'arranged');
}
