export const reportOutcomes = ['nothing-wrong', 'talked', 'taken-away', 'passed-on'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];
export type ReportState = 'open' | 'looking' | 'closed';

export interface Report {
  id: string;
  talkId: string;
  messageId: string;
  reportedId: string;
  reported: string;
  reporter: string;
  unsafe: boolean;
  text: string;
  level: number;
  state: ReportState;
  outcome: ReportOutcome | null;
  answer: string;
  answeredBy: string | null;
  version: number;
  at: Date;
  title: string;
  people: string | null;
  child: string | null;
  /** What the message says, and those before it: for those to whom it was brought, and nobody else. */
  message: string | null;
  before: { author: string; text: string }[] | null;
  /** It is theirs to answer. */
  theirs: boolean;
}

/** What one reported oneself, and what became of it. */
export interface OwnReport {
  id: string;
  state: ReportState;
  outcome: ReportOutcome | null;
  at: Date;
}
