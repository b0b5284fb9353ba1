import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { tn } from '#platform/i18n/i18n.ts';
import { batchHref, behaviourPath } from '../addresses.ts';

const common = { purpose: 'administration', access: members('staff'), input: z.object({}) } as const;

/** Takes back what somebody noted at one go: for whoever noted it. */
export const undoNoted = action(batchHref(':batch', 'undo'), {
  ...common,
  async run(change) {
    const { n, batchId } = await setBatch(change, { from: null, to: change.now });
    return answer(
      tn(
        n,
        'What you noted about {n} pupil is taken back.',
        'What you noted about {n} pupils is taken back.',
      ),
      batchHref(batchId, `redo/${change.now.getTime()}`),
    );
  },
});

/**
 * It was right after all. What was taken back at that moment stands again, and nothing else: what a colleague took back
 * before that stays so.
 */
export const redoNoted = action(batchHref(':batch', 'redo/:moment'), {
  ...common,
  async run(change) {
    const from = new Date(Number(change.params.moment));
    if (Number.isNaN(from.getTime())) throw new NotFound();
    const { n, batchId } = await setBatch(change, { from, to: null });
    return answer(
      tn(n, 'What you noted about {n} pupil stands again.', 'What you noted about {n} pupils stands again.'),
      batchHref(batchId, 'undo'),
    );
  },
});

const answer = (says: string, back: string): See => see(behaviourPath, says, back);

/** Makes what of a batch ended at `from` (null for what stands) end at `to`. Throws `NotFound` where there is none. */
async function setBatch(
  change: Change,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<{ n: number; batchId: string }> {
  const batchId = change.params.batch!;
  if (!isId(batchId)) throw new NotFound();
  const rows = await change.tx
    .updateTable('behaviour_event')
    .set({ ended_at: to, version: sql`version + 1` })
    .where('owner_id', '=', change.organisationId)
    .where('batch_id', '=', batchId)
    .where('written_by', '=', change.who.personId)
    .where('ended_at', from === null ? 'is' : '=', from)
    .returning(['id', 'pupil_id'])
    .execute();
  if (rows.length === 0) throw new NotFound();
  await change.record({
    kind: to === null ? 'behaviour.restored' : 'behaviour.taken-back',
    itemId: batchId,
    body: { pupilIds: rows.map(({ pupil_id }) => pupil_id), eventIds: rows.map(({ id }) => id) },
    tell: true,
  });
  return { n: rows.length, batchId };
}
