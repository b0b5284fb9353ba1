import type { Change } from '#platform/http/context.ts';
import { previewRun, readAtOnce, sizeOf } from '../preview/preview-run.ts';
import type { Run } from '../run.queries.ts';

/** Has an import that waits to be read read: at once when it is small, otherwise by the job that hears of it. */
export async function readAgain(
  change: Change,
  run: Pick<Run, 'ownerId' | 'id' | 'files'>,
  kind: 'import.uploaded' | 'import.answered',
): Promise<void> {
  const small = sizeOf(run.files) <= readAtOnce;
  await change.record({ kind, itemId: run.id, body: { runId: run.id }, tell: !small });
  if (small) await previewRun(change.tx, change.services.storage, run, change.now);
}
