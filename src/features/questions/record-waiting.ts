import { afterOpenDays } from '#platform/calendar/open-days.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Change } from '#platform/http/context.ts';
import { selectSchoolDays } from './school-days.queries.ts';

/** School days without an answer after which the specialist is reminded. */
const patience = 2;

/**
 * Records that the specialist owes an answer: they are told now, and reminded on the morning after two
 * school days if it is still owed.
 */
export async function recordWaiting(change: Change, questionId: string, kind: string): Promise<void> {
  const { terms, closures } = await selectSchoolDays(change.tx, change.organisationId);
  const remindOn = afterOpenDays(change.today, patience, terms, closures);
  const body = { since: change.now.toISOString() };
  await change.record({ kind, itemId: questionId, body, tell: true });
  await change.record({
    kind: 'question.waiting',
    itemId: questionId,
    body,
    tell: true,
    dueAt: instantAt(remindOn, '08:00', change.who.standing.organisation.zone),
  });
}
