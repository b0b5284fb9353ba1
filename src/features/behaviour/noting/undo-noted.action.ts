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
  run: (change) => setBatch(change, 'undo'),
});

/** It was right after all. */
export const redoNoted = action(batchHref(':batch', 'redo'), {
  ...common,
  run: (change) => setBatch(change, 'redo'),
});

async function setBatch(change: Change, what: 'undo' | 'redo'): Promise<See> {
  const batchId = change.params.batch!;
  if (!isId(batchId)) throw new NotFound();
  const rows = await change.tx
    .updateTable('behaviour_event')
    .set({ ended_at: what === 'undo' ? change.now : null })
    .where('owner_id', '=', change.organisationId)
    .where('batch_id', '=', batchId)
    .where('written_by', '=', change.who.personId)
    .where('ended_at', what === 'undo' ? 'is' : 'is not', null)
    .returning(['id', 'pupil_id'])
    .execute();
  if (rows.length === 0) throw new NotFound();
  await change.record({
    kind: what === 'undo' ? 'behaviour.taken-back' : 'behaviour.restored',
    itemId: batchId,
    body: { pupilIds: rows.map(({ pupil_id }) => pupil_id), eventIds: rows.map(({ id }) => id) },
    tell: true,
  });
  const says =
    what === 'undo'
      ? tn(
          rows.length,
          'What you noted about {n} pupil is taken back.',
          'What you noted about {n} pupils is taken back.',
        )
      : tn(
          rows.length,
          'What you noted about {n} pupil stands again.',
          'What you noted about {n} pupils stands again.',
        );
  return see(behaviourPath, says, batchHref(batchId, what === 'undo' ? 'redo' : 'undo'));
}
