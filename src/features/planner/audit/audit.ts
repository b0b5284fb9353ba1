import { catalogue } from '#features/evidence/index.ts';

/** Shapes of the audit of cycles: lines of a year, how each uses specialists and peers, and when. */

export const lineKinds = ['policy', 'programme', 'project'] as const;
export type LineKind = (typeof lineKinds)[number];

export const strands = ['specialist', 'peer'] as const;
export type CycleStrand = (typeof strands)[number];

export const criteriaIds = ['tailor', 'support', 'sustain', 'ownership', 'pupils'] as const;
export type CriterionId = (typeof criteriaIds)[number];

/** Where specialist input or peer support stands in the year, in teaching weeks counted from 1. */
export interface CyclePoint {
  id: string;
  strand: CycleStrand;
  fromWeek: number;
  untilWeek: number;
  words: string;
}

export interface CycleLine {
  id: string;
  lineageId: string;
  kind: LineKind;
  title: string;
  programmeId: string | null;
  specialist: string;
  peer: string;
  /** Criterion → what in it does that; absent or '' where nothing is said. */
  criteria: Readonly<Partial<Record<CriterionId, string>>>;
  keep: string;
  change: string;
  version: number;
  writtenBy: string;
  writtenAt: Date;
  points: CyclePoint[];
}

export const criteria = () => catalogue().planning.criteria;
export const kindTitle = (kind: string): string =>
  catalogue().planning.cycle.kinds.find(({ id }) => id === kind)?.title ?? kind;

export const auditHref = (year: number, below = ''): string =>
  `/school/cycle-audit/${year}${below && `/${below}`}`;
export const lineHref = (year: number, { id }: { id: string }, below = ''): string =>
  auditHref(year, `lines/${id}${below && `/${below}`}`);

/** The points in the order of the year, specialist input first within a week. */
export const inOrder = <P extends Omit<CyclePoint, 'id'>>(points: readonly P[]): P[] =>
  points.toSorted(
    (a, b) =>
      a.fromWeek - b.fromWeek ||
      strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
      a.untilWeek - b.untilWeek,
  );
