import { t } from '#platform/i18n/i18n.ts';
import type { MomentDates } from './moments.ts';
import type { SaidByQuestion, Side } from './questions-form.ts';

export const comparisons = ['none', 'other-class', 'other-year'] as const;
export type Comparison = (typeof comparisons)[number];

export const measureKinds = ['number', 'rubric', 'tally'] as const;
export type MeasureKind = (typeof measureKinds)[number];
export const betterWays = ['higher', 'lower', 'neither'] as const;
export type Better = (typeof betterWays)[number];

/** A level of a rubric, as its teachers name it. */
export interface Level {
  name: string;
  /** What one sees in a pupil at this level. */
  descriptor: string;
}

export interface Measure {
  id: string;
  number: number;
  title: string;
  /** How it is taken, so that the next time is the same. */
  how: string;
  kind: MeasureKind;
  unit: string;
  lowest: number | null;
  highest: number | null;
  better: Better;
  /** Of a rubric, lowest first; a figure is the level's place, from 1. */
  levels: Level[];
  /** Of a tally: for how long one counts. */
  minutes: number | null;
  chosenBy: string;
  /** Taken by everybody; otherwise only by the teachers in `usedBy`. */
  common: boolean;
  usedBy: string[];
  version: number;
  endedAt: string | null;
}

export interface PersonInEvaluation {
  personId: string;
  name: string;
  parts: string[];
}

export interface Plan {
  pupils: string;
  learning: string;
  noticing: string;
  whoMeasures: string;
  comparison: Comparison;
  comparisonAbout: string;
  dates: MomentDates;
}

export interface Asking {
  moment: 'end' | 'delayed';
  openedAt: string;
  closedAt: string | null;
}

/**
 * The programme as far as its evaluation knows it: no words made for learning come over. Days are 'YYYY-MM-DD'.
 */
export interface EvaluatedProgramme {
  ownerId: string;
  id: string;
  slug: string;
  /** 'programme' or 'group'. */
  sort: string;
  title: string;
  startsOn: string;
  endsOn: string;
  /** The last day of what is taught and tried: measuring and asking afterwards do not count. */
  taughtUntil: string;
  terms: { startsOn: string; endsOn: string }[];
  people: PersonInEvaluation[];
}

/** What else one must know to read the figures rightly, in the team's words. */
export interface Account {
  id: string;
  priorExposure: string;
  meanwhile: string;
  whoLeft: string;
  nextSteps: string;
  version: number;
}

/** The account that the participants may release, where figures are too small to be shown. */
export interface Summary {
  id: string;
  says: string;
  version: number;
}

/** One's own answers to the questions; nobody else's are ever loaded with the evaluation. */
export interface OwnAnswer {
  id: string;
  moment: Asking['moment'];
  side: Side;
  said: SaidByQuestion;
  wordsShown: boolean;
  version: number;
  /** ISO moment. */
  updatedAt: string;
}

export interface Evaluation extends Plan {
  id: string;
  version: number;
  updatedAt: Date;
  measures: Measure[];
  agreed: { personId: string; version: number }[];
  askings: Asking[];
  account: Account | null;
  summary: Summary | null;
  releases: { personId: string; version: number }[];
  mine: OwnAnswer[];
}

export const participants = (programme: EvaluatedProgramme): PersonInEvaluation[] =>
  programme.people.filter(({ parts }) => parts.includes('participant'));

/** With whom a teacher may share figures of single pupils: colleagues in the programme, no guest from outside. */
export const mayBeShown = ({ people }: EvaluatedProgramme): string[] =>
  people.filter(({ parts }) => parts.some((part) => part !== 'specialist')).map(({ personId }) => personId);

export const usesMeasure = (measure: Pick<Measure, 'common' | 'usedBy'>, teacherId: string): boolean =>
  measure.common || measure.usedBy.includes(teacherId);

/** Whether this person may change the measure: everybody's is the team's, another belongs to those who take it. */
export const mayChange = (
  measure: Pick<Measure, 'common' | 'usedBy' | 'chosenBy'>,
  personId: string,
): boolean => measure.chosenBy === personId || usesMeasure(measure, personId);

/** The lowest and highest figure a measure can have, as far as that is known. */
export const rangeOf = (
  measure: Pick<Measure, 'kind' | 'levels' | 'lowest' | 'highest'>,
): [number | null, number | null] =>
  measure.kind === 'rubric'
    ? [1, measure.levels.length]
    : [measure.lowest ?? (measure.kind === 'tally' ? 0 : null), measure.highest];

const comparisonSays: Record<Comparison, () => string> = {
  none: () => t('No comparison group'),
  'other-class': () => t('Similar pupils who do not take part'),
  'other-year': () => t('The same figures of another year'),
};
export const comparisonWords = (comparison: Comparison): string => comparisonSays[comparison]();

const kindSays: Record<MeasureKind, () => string> = {
  number: () => t('Number'),
  rubric: () => t('Rubric level'),
  tally: () => t('Tally'),
};
export const measureKindWords = (kind: MeasureKind): string => kindSays[kind]();

const betterSays: Record<Better, () => string> = {
  higher: () => t('Higher is better'),
  lower: () => t('Lower is better'),
  neither: () => t('Neither way is better in itself'),
};
export const betterWords = (better: Better): string => betterSays[better]();
