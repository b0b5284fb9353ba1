import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { consentsPath } from './consent.ts';
import { consentKeepers } from './consents.access.ts';
import { lockPupils, stoodGiven } from './insert-consents.ts';
import { keyOf } from './record-consents.ts';

/**
 * Takes back what was written down at one go: those answers end, and what stood before them stands again. Where a
 * consent goes or comes back by it, whoever relies on it hears of that.
 */
export const undoRecorded = action(`${consentsPath}/recorded/:batch/undo`, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  input: z.object({}),
  async run(change) {
    const batchId = change.params.batch!;
    if (!isId(batchId)) throw new NotFound();
    const ended = await endBatch(change, batchId);
    const back = await bringBack(change, batchId, ended);
    await change.record({ kind: 'consent.undone', body: { batchId, answers: ended.length } });
    for (const consent of ended) {
      const stands = back.has(keyOf(consent));
      if (consent.given !== stands)
        await change.record({
          kind: stands ? 'consent.given' : 'consent.withdrawn',
          itemId: consent.personId,
          body: { personId: consent.personId, purpose: consent.purpose },
          tell: true,
        });
    }
    return see(
      consentsPath,
      tn(
        ended.length,
        '{n} answer is taken out again. What stood before stands again.',
        '{n} answers are taken out again. What stood before stands again.',
      ),
    );
  },
});

interface Ended {
  personId: string;
  purpose: string;
  given: boolean;
}

/**
 * Ends what of the batch still stands. What a family took back meanwhile stays: otherwise an earlier consent would come
 * back by it. Throws `NotFound` for no batch, `Refused` where nothing of it stands.
 */
async function endBatch({ tx, organisationId, now, today }: Change, batchId: string): Promise<Ended[]> {
  const all = await tx
    .selectFrom('consent')
    .select(['person_id'])
    .where('owner_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .execute();
  if (all.length === 0) throw new NotFound();
  await lockPupils(
    tx,
    organisationId,
    all.map(({ person_id }) => person_id),
  );
  const ended = await tx
    .updateTable('consent')
    .set({ ended_at: now })
    .where('owner_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .where('ended_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning(['person_id', 'purpose', 'answer', 'until', 'withdrawn_at'])
    .execute();
  if (ended.length === 0) throw new Refused(t('None of these answers stands any more.'));
  return ended.map((row) => ({
    personId: row.person_id,
    purpose: row.purpose,
    given: stoodGiven(row, today),
  }));
}

/** Lets stand again what the batch had ended, where its answer was taken out. Answers which of them are given. */
async function bringBack(
  { tx, organisationId, today }: Change,
  batchId: string,
  ended: readonly Ended[],
): Promise<Set<string>> {
  const out = new Set(ended.map(keyOf));
  const before = await tx
    .selectFrom('consent')
    .select(['id', 'person_id as personId', 'purpose', 'answer', 'until', 'withdrawn_at'])
    .where('owner_id', '=', organisationId)
    .where('ended_by_batch', '=', batchId)
    .execute();
  const back = before.filter((row) => out.has(keyOf(row)));
  if (back.length > 0)
    await tx
      .updateTable('consent')
      .set({ ended_at: null, ended_by_batch: null })
      .where('owner_id', '=', organisationId)
      .where(
        'id',
        'in',
        back.map(({ id }) => id),
      )
      .execute();
  return new Set(back.filter((row) => stoodGiven(row, today)).map(keyOf));
}
