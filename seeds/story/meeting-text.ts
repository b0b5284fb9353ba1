/** What was said and promised at a meeting over evidence. */
export interface MeetingText {
  /** The step's title in the template. */
  step: string;
  /** Who wrote it down. */
  by: string;
  evidence: string;
  beliefs: string;
  refine: string;
  /** By person: what they will try, with whom. */
  promises: Readonly<Record<string, readonly [trying: string, pupils: string]>>;
  /** By person: what came of what they promised at the meeting before. */
  came: Readonly<Record<string, readonly [outcome: 'tried' | 'partly' | 'not-yet', report: string]>>;
}
