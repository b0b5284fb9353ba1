import { z } from 'zod';
import { transaction } from '#platform/db/transaction.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { enqueue } from '#platform/jobs/outbox.ts';
import { affiliate, endAffiliation } from '#features/people/index.ts';
import { applyRun } from './apply/apply-run.ts';
import { undoRun } from './apply/undo-run.ts';
import { previewRun } from './preview/preview-run.ts';
import { type Run, selectRun, updateRun } from './run.queries.ts';

const about = z.object({ runId: z.uuid() });
const aboutPeople = z.object({ personIds: z.array(z.uuid()) });

/** How long one turn of carrying out an import lasts; other jobs wait meanwhile. In milliseconds. */
const turnMs = 15_000;

/** What follows from what was said about an import. */
export const importHandlers = [
  /** A file that nothing can be made of, or that is gone, is said so on the page; the rest is tried again. */
  told(['import.uploaded', 'import.answered'], about, ({ ownerId, body }, { db, storage, now }) =>
    transaction(db, (tx) => previewRun(tx, storage, { ownerId, id: body.runId }, now())),
  ),
  told(['import.confirmed', 'import.carry-on'], about, ({ ownerId, body }, job) =>
    carryOut(job, { ownerId, id: body.runId }),
  ),
  told('import.undo-asked', about, ({ ownerId, body }, job) => undoRun(job, { ownerId, id: body.runId })),
  told('import.people-joined', aboutPeople, ({ ownerId, body }, { db, now }) =>
    affiliate(db, body.personIds, ownerId, now()),
  ),
  told('import.people-left', aboutPeople, async ({ ownerId, body }, { db, now }) => {
    for (const personId of body.personIds) await endAffiliation(db, personId, ownerId, now());
  }),
];

async function carryOut(job: Job, run: Pick<Run, 'ownerId' | 'id'>): Promise<void> {
  const end = Date.now() + turnMs;
  const outcome = await applyRun(job, run, () => Date.now() > end);
  if (outcome !== 'more' && outcome !== 'elsewhere') return;
  const at = job.now();
  const dueAt = new Date(at.getTime() + (outcome === 'elsewhere' ? 30_000 : 0));
  await transaction(job.db, async (tx) => {
    const { state } = await selectRun(tx, run.ownerId, run.id, { lock: true });
    if (state !== 'applying') return;
    await updateRun(tx, run, {}, at);
    await enqueue(tx, run.ownerId, 'import.carry-on', { runId: run.id }, { at, dueAt });
  });
  job.nudge();
}
