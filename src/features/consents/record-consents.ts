import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { Answer } from './consent.ts';
import { insertConsents, type NewConsent } from './insert-consents.ts';

/** How many answers of each sort were written down, and the batch by which they are undone. */
export type WrittenDown = Record<Answer, number> & { batchId: string };

/**
 * Writes answers down in the person's change and records it: once for all of them, and by itself for each refusal and
 * for each consent that comes after one, because whoever keeps films of that pupil must hear of it.
 */
export async function recordConsents(change: Change, consents: readonly NewConsent[]): Promise<WrittenDown> {
  const { tx, organisationId, who, now, today } = change;
  const batchId = newId(now);
  const replaced = await insertConsents(
    tx,
    organisationId,
    consents,
    { recordedBy: who.personId, batchId },
    { now, today },
  );
  const before = new Map(replaced.map((each) => [keyOf(each), each.wasGiven]));
  const given = consents.filter(({ answer }) => answer === 'given').length;
  const sums = { given, refused: consents.length - given };
  await change.record({ kind: 'consent.recorded', body: { batchId, ...sums } });
  for (const consent of consents) {
    const { personId, purpose, answer } = consent;
    const wasGiven = before.get(keyOf(consent));
    if (answer === 'given' && wasGiven !== false) continue;
    await change.record({
      kind: answer === 'given' ? 'consent.given' : 'consent.refused',
      itemId: personId,
      body: { personId, purpose, ...(answer === 'refused' && { wasGiven: wasGiven === true }) },
      tell: true,
    });
  }
  return { ...sums, batchId };
}

export const keyOf = ({ personId, purpose }: { personId: string; purpose: string }): string =>
  `${personId} ${purpose}`;
