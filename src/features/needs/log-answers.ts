import type { Manner } from '#platform/access/open.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { answerPolicy } from './need.policy.ts';
import type { NeedRow } from './results.queries.ts';

/** When the day began at the school. */
export const beganToday = ({ today, who }: Visit): Date =>
  instantAt(today, '00:00', who.standing.organisation.zone);

/**
 * Notes for everybody whose answer stands in this list that it was read with their name: once a day for each reader
 * and manner, since a list is turned over page by page.
 */
export function noteAnswersRead(visit: Visit, needs: readonly NeedRow[], manner: Manner): void {
  for (const { answerId: id, personId: authorId, noted } of needs)
    if (!noted)
      visit.noteOpened({ ownerId: visit.organisationId, id, kind: answerPolicy.kind, authorId }, manner);
}
