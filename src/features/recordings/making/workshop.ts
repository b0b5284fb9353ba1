import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { makeRecording } from './make-recording.ts';
import { takeNext } from './making.queries.ts';
import { afterFailure } from './not-made.ts';

/**
 * Making takes as long as the film, so neither messages nor other jobs wait for it: it is begun, and goes on beside
 * them. One at a time for each database; the relay alone begins it, so one process does.
 */
const under = new WeakMap<Db, Promise<void>>();

/** Begins what waits, unless it is at it already. */
function begin(job: Job): void {
  if (under.has(job.db)) return;
  const work = makeAll(job)
    .catch((error: unknown) => {
      if (!job.signal.aborted) job.report(error);
    })
    .finally(() => under.delete(job.db));
  under.set(job.db, work);
}

/** Comes back when nothing is being made: for tests, and for whoever stops. */
export async function untilMade(db: Db): Promise<void> {
  await under.get(db);
}

async function makeAll(job: Job): Promise<void> {
  await eachOrganisation(job.db, job.signal, async ({ id: ownerId }) => {
    // One that fails does not hold up those after it; each is tried once in a round.
    const failed: string[] = [];
    for (;;) {
      job.signal.throwIfAborted();
      const next = await takeNext(job.db, ownerId, job.now(), failed);
      if (!next) return;
      try {
        await makeRecording(job, next);
      } catch (error) {
        job.signal.throwIfAborted();
        failed.push(next.id);
        if (await afterFailure(job, next, error)) job.report(error);
      }
    }
  });
}

export const beginMaking = told(
  ['recording.arrived', 'recording.changes-wanted'],
  z.object({}),
  async (_told, job) => begin(job),
);

/** What was begun and not finished: the machine was switched off, or another made its copy meanwhile. */
export const makeWhatWaits = every('recordings.make', { everyMinutes: 5 }, async (job) => begin(job));
