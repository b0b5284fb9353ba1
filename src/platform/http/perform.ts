import type { Db } from '../db/database.ts';
import { transaction } from '../db/transaction.ts';
import { HalfDone, Stale } from '../errors.ts';
import { type Arrival, Change, type StoredUpload, type Visit, visitOf } from './context.ts';
import type { Done } from './done.ts';
import { mustHaveAsked } from './must-have-asked.ts';
import type { Access } from './route.ts';

interface Doing<Input, Prepared> {
  path: string;
  access: Access;
  unrecorded?: string | undefined;
  prepare?(visit: Visit, input: Input): Promise<Prepared>;
  run(change: Change, input: Input, prepared: Prepared): Promise<Done>;
}

/** Runs an action in its one transaction, sees that it recorded what it did, and does what it put off. */
export async function perform<Input, Prepared>(
  doing: Doing<Input, Prepared>,
  arrival: Arrival,
  input: Input,
  uploads: readonly StoredUpload[],
): Promise<Done> {
  const visit = visitOf(arrival);
  // Without `prepare` there is nothing that `run` could ask for.
  const prepared = (await doing.prepare?.(visit, input)) as Prepared;
  let change!: Change;
  const done = await transaction(arrival.db, async (tx: Db) => {
    change = new Change(arrival, visit.who, tx, uploads);
    const done = await doing.run(change, input, prepared);
    if (change.recorded === 0 && !doing.unrecorded)
      throw new Error(`${doing.path} changed something and recorded nothing.`);
    mustHaveAsked(doing, visit.who);
    await visit.logOpened(tx);
    await change.logOpened();
    return done;
  }).catch(async (error: unknown) => {
    // Its answer shows the text as it stands now, so that was opened though nothing was changed.
    if (error instanceof Stale) await change.logOpened(arrival.db);
    throw error;
  });
  await change.committed().catch((error: unknown) => {
    throw new HalfDone(error);
  });
  return done;
}
