import type { CellWords } from '../plan/plan-choices.ts';
import type { TermWeeks } from '../school-year.ts';

/** What a school can let an organisation above it read. */
export const tools = ['plan', 'audit'] as const;
export type Tool = (typeof tools)[number];

/** A plan as it was released: in words, so that it reads the same when the framework's words change. */
export interface ReleasedPlan {
  parts: { relationship: string; cells: { cell: string; said: CellWords }[] }[];
}

/** A line of an audit as it was released. */
export interface ReleasedLine {
  kind: string;
  title: string;
  specialist: string;
  peer: string;
  criteria: Readonly<Record<string, string>>;
  keep: string;
  change: string;
  points: { strand: 'specialist' | 'peer'; fromWeek: number; untilWeek: number; words: string }[];
}

export interface ReleasedAudit {
  lines: ReleasedLine[];
  weeks: number;
  terms: readonly TermWeeks[];
}

/** Of whom nothing has been said: kinds of relationship, or criteria. */
export interface ToRelease {
  tool: Tool;
  year: number;
  body: ReleasedPlan | ReleasedAudit;
  gaps: string[];
}
