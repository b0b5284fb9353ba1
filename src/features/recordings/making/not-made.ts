import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Job } from '#platform/jobs/handler.ts';
import { FfmpegFailed, TookTooLong } from '#platform/media/run-ffmpeg.ts';
import { Damaged, KeyMissing } from '#platform/vault/errors.ts';
import { noteWaits, stillStands, type Waiting, type WaitsFor } from './making.queries.ts';

/** How a recording stands of which nothing was made. */
type NotMade =
  | { state: 'as-sent'; kind: 'video' | 'audio' }
  | { state: 'unreadable' | 'ready'; trouble: string };

/** Nothing was made of it, and nothing will be; of one that was erased or sent anew meanwhile nothing is said. */
export async function finish(job: Job, waiting: Waiting, how: NotMade): Promise<void> {
  const { ownerId, id } = waiting;
  const now = job.now();
  await transaction(job.db, async (tx) => {
    if (!(await stillStands(tx, waiting))) return;
    await tx
      .updateTable('recording')
      .set({ ...how, wanted: null, changed_at: now })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
    await record(tx, null, { ownerId, kind: 'recording.made', itemId: id, tell: true }, now);
  });
}

/**
 * A change that cannot be made leaves a recording as it was. Not so a copy, out of which a stretch was to be cut: the
 * rest of it is for nobody else, so it is not played.
 */
export const unmade = ({ source, wanted, isCopy }: Waiting, trouble: string): NotMade =>
  wanted && source.part === 'playable' && !isCopy
    ? { state: 'ready', trouble: 'not changed' }
    : { state: 'unreadable', trouble };

/**
 * Making failed. What is no fault of the film (a key that is not here, a full disk) waits until that is put right. All
 * else is tried once more; then, or at once where it had all its time or its bytes are not as they were written, its
 * author is told and it is not tried again. Answers whether this is news for whoever runs the machine.
 */
export async function afterFailure(job: Job, waiting: Waiting, error: unknown): Promise<boolean> {
  const waitsFor = whatItWaitsFor(error);
  const isFinal = error instanceof TookTooLong || error instanceof Damaged;
  if (isFinal || (waitsFor === 'another try' && waiting.trouble === waitsFor))
    await finish(job, waiting, unmade(waiting, error instanceof Damaged ? 'damaged' : 'not made'));
  else await noteWaits(job.db, waiting, waitsFor, job.now());
  return waiting.trouble !== waitsFor || waitsFor === 'another try';
}

function whatItWaitsFor(error: unknown): WaitsFor {
  if (error instanceof KeyMissing) return 'its key';
  const isFull =
    (error as NodeJS.ErrnoException).code === 'ENOSPC' ||
    (error instanceof FfmpegFailed && /No space left on device/.test(error.complaint));
  return isFull ? 'room' : 'another try';
}
