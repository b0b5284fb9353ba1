import type { EvidenceKind } from '#ui/label.ts';
import type { Comparison, Better, MeasureKind } from './evaluation.ts';
import type { Arm, Keeps } from './group.ts';
import type { Moment, MomentDates } from './moments.ts';
import type { Change, Difference } from './statistics/change.ts';

/**
 * What the page says, worked out for one reader and holding nothing that this reader may not see. What is
 * published is this, for a reader from outside the programme, kept as it was that day.
 */
export interface Report {
  title: string;
  startsOn: string;
  endsOn: string;
  pupils: string;
  learning: string;
  dates: MomentDates;
  comparison: Comparison;
  comparisonAbout: string;
  happened: Happened;
  asked: AskedReport[];
  /** The participants' own account; null unless all of them released it as it stands. */
  summary: string | null;
  measures: MeasureReport[];
  claims: ClaimReport[];
  rivals: { title: string; known: string; done: string }[];
  priorExposure: string;
  meanwhile: string;
  whoLeft: string;
  nextSteps: string;
  cost: CostReport;
}

export interface Happened {
  stepsPlanned: number;
  /** Steps whose day has passed. */
  stepsPassed: number;
  /** Minutes for one teacher in those, in and out of the school day. */
  minutesIn: number;
  minutesOut: number;
  /** How many take part; null when fewer than five and published for anybody to read. */
  teachers: number | null;
  /** Try-outs that people logged; null when fewer than five people stand behind them. */
  tryOuts: number | null;
}

interface CostReport {
  total: number;
  perTeacher: number | null;
  perPupil: number | null;
  /** Pupils in the programme's groups; null when fewer than five. */
  pupils: number | null;
}

/** One point of a line: a figure, or why there is none to show. */
export type Point =
  | { is: 'shown'; mean: number; low: number | null; high: number | null; n: number }
  | { is: 'waiting' | 'none' | 'few' };

export interface SeriesReport {
  arm: Arm;
  keeps: Keeps;
  points: Record<Moment, Point>;
  change: Change | null;
  /** From the start to the later moment; null too where it would show what fewer than five did. */
  lasting: Change | null;
  /** Pupils in the groups that take this measure; null when fewer than five. */
  of: number | null;
  /** Why figures of the end are missing, as far as five or more share a reason. */
  missing: { reason: string; count: number }[];
}

export interface MeasureReport {
  title: string;
  kind: MeasureKind;
  unit: string;
  better: Better;
  scale: [number, number] | null;
  levels: string[];
  minutes: number | null;
  series: SeriesReport[];
  difference: Difference | null;
}

export interface ClaimReport {
  says: string;
  kind: EvidenceKind;
  certainty: 'average' | 'replicated' | 'contested' | 'single';
}

/** One question, as those who led and those who took part answered it. */
export interface QuestionReport {
  question: string;
  /** Places on the scale from 0, "Not at all"; null where nobody said, or it would say who did. */
  leader: number | null;
  /** To the nearest half, so that nobody's answer can be worked out. */
  recipients: number | null;
  /** How many gave each answer, only when every one of these figures may be shown. */
  counts: { label: string; count: number }[] | null;
  leaderWords: string[];
  recipientWords: string[];
}

export interface AskedReport {
  moment: 'end' | 'delayed';
  closed: boolean;
  /** How many who took part answered; null when fewer than five. */
  recipients: number | null;
  leaders: number;
  questions: QuestionReport[];
}

/** Whether the page has nothing to show of pupils and nothing of teachers. */
export const nothingRemains = (report: Pick<Report, 'measures' | 'asked'>): boolean =>
  report.measures.every((measure) =>
    measure.series.every((series) => Object.values(series.points).every((point) => point.is !== 'shown')),
  ) && report.asked.every((asked) => asked.recipients === null);
