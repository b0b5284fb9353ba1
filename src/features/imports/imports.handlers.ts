import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { transaction } from '#platform/db/transaction.ts';
import { enqueue, type Message } from '#platform/jobs/outbox.ts';
import { affiliate, endAffiliation } from '#features/people/index.ts';
import { applyRun } from './apply/apply-run.ts';
import { undoRun } from './apply/undo-run.ts';
import { previewRun } from './preview/preview-run.ts';
import { selectRun, updateRun } from './run.queries.ts';

const about = z.object({ runId: z.uuid() });
const aboutPeople = z.object({ personIds: z.array(z.uuid()) });

/** How long one turn of carrying out an import lasts; other jobs wait meanwhile. In milliseconds. */
const turnMs = 15_000;

const runOf = ({ ownerId, body }: Message) => ({ ownerId, id: about.parse(body).runId });

/** What follows from what was said about an import. Each may be told twice. */
export const importHandlers: Record<string, Handler> = {
  'import.uploaded': read,
  'import.answered': read,
  'import.confirmed': carryOut,
  'import.carry-on': carryOut,
  'import.undo-asked': (services, told) => undoRun(services, runOf(told)),
  'import.people-joined': (services, { ownerId, body }) =>
    affiliate(services.db, aboutPeople.parse(body).personIds, ownerId, services.now()),
  'import.people-left': async (services, { ownerId, body }) => {
    for (const personId of aboutPeople.parse(body).personIds)
      await endAffiliation(services.db, personId, ownerId, services.now());
  },
};

/** A file that nothing can be made of, or that is gone, is said so on the page; the rest is tried again. */
async function read(services: Services, told: Message): Promise<void> {
  const run = runOf(told);
  await transaction(services.db, (tx) => previewRun(tx, services.storage, run, services.now()));
}

async function carryOut(services: Services, told: Message): Promise<void> {
  const run = runOf(told);
  const end = Date.now() + turnMs;
  const outcome = await applyRun(services, run, () => Date.now() > end);
  if (outcome !== 'more' && outcome !== 'elsewhere') return;
  const at = services.now();
  const dueAt = new Date(at.getTime() + (outcome === 'elsewhere' ? 30_000 : 0));
  await transaction(services.db, async (tx) => {
    const { state } = await selectRun(tx, run.ownerId, run.id, { lock: true });
    if (state !== 'applying') return;
    await updateRun(tx, run, {}, at);
    await enqueue(tx, run.ownerId, 'import.carry-on', { runId: run.id }, { at, dueAt });
  });
  services.nudge();
}
