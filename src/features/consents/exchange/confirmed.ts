import { z } from 'zod';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { answers, hows } from '../consent.ts';
import { consentPurpose } from '../purposes.ts';
import type { StandingAnswer } from './existing.queries.ts';
import type { PlannedAnswer } from './plan-answers.ts';
import { mostRows } from './read-list.ts';

const Day = z.string().refine(isCalendarDate);

const Confirmed = z.object({
  personId: z.uuid(),
  purpose: z.string().refine((id) => consentPurpose(id) !== undefined),
  answer: z.enum(answers),
  givenBy: z.string().min(1).max(120),
  how: z.enum(hows),
  givenOn: Day,
  until: Day.nullable(),
  /** What stood for them when it was shown; see `markOf`. */
  before: z.string().max(60),
});
type Confirmed = z.infer<typeof Confirmed>;

/** What goes with the form of the preview, so that exactly what was looked at is written down. */
export const confirmedText = (changes: readonly PlannedAnswer[]): string =>
  JSON.stringify(
    changes.map(({ personId, purpose, answer, givenBy, how, givenOn, until, before }): Confirmed => ({
      personId,
      purpose,
      answer,
      givenBy,
      how,
      givenOn,
      until,
      before: markOf(before),
    })),
  );

/** Reads it back; undefined for anything else. */
export function readConfirmed(text: string): Confirmed[] | undefined {
  try {
    return z.array(Confirmed).min(1).max(mostRows).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The same as long as the same answer stands, not taken back since. */
export const markOf = (standing: StandingAnswer | null | undefined): string =>
  standing ? `${standing.id} ${standing.takenBackOn ?? ''}` : '';
