import { dayMs } from '../calendar/dates.ts';
import type { Db } from '../db/database.ts';
import { aloneWith, locks } from '../db/locks.ts';
import { type Delivery, deliverBatch } from './deliver.ts';
import { Doorbell } from './doorbell.ts';
import { pruneOutbox } from './outbox.ts';
import { every, type RecurringJob, runRecurring } from './recurring.ts';

export interface Jobs extends Delivery {
  recurring?: readonly RecurringJob[];
}

export interface RelayOptions extends Jobs {
  /** How long to rest when nothing is due, in milliseconds. Default two seconds. */
  pollMs?: number;
  /** How long to wait before trying again to be the relay, in milliseconds. Default ten seconds. */
  electionMs?: number;
}

export interface Relay {
  /** Looks at once instead of at the next poll; call it after committing a change that enqueued something. */
  nudge(): void;
  /** Lets what is under way come to its end, begins nothing new, and gives up being the relay. */
  stop(): Promise<void>;
}

const RECURRING_MS = 30_000;
/** How long done messages are kept, for looking into what happened. */
const KEPT_DAYS = 14;

/**
 * Starts delivering what the outbox holds, and running the recurring jobs. Every process may call
 * this; only the one that holds the lock works, and another takes over when its connection ends.
 * Uses one connection of the pool for as long as it holds the lock.
 */
export function startRelay(options: RelayOptions): Relay {
  const { services, log, electionMs = 10_000 } = options;
  const jobs = { ...options, recurring: withPruning(options.recurring) };
  const stopping = new AbortController();
  const stop = stopping.signal;
  const bell = new Doorbell();

  const stand = async (): Promise<void> => {
    while (!stop.aborted) {
      try {
        await aloneWith(services.db, locks.relay, undefined, (connection) =>
          lead(jobs, connection, bell, stop),
        );
      } catch (error) {
        if (!stop.aborted) log(`The relay broke off and will begin again: ${String(error)}`);
      }
      await bell.rest(electionMs, stop);
    }
  };
  const standing = stand();

  return {
    nudge: () => bell.ring(),
    async stop() {
      stopping.abort();
      await standing;
    },
  };
}

/**
 * Does everything that is due, and what that makes due, then returns: for tests with a clock of their
 * own and for commands. Takes no lock. Returns how many messages and recurring jobs were tried.
 */
export async function runDueJobs(jobs: Jobs): Promise<number> {
  const recurrence = { ...jobs, recurring: withPruning(jobs.recurring) };
  const never = new AbortController().signal;
  let total = 0;
  for (;;) {
    const tried = (await deliverBatch(jobs, never)) + (await runRecurring(recurrence, never));
    if (tried === 0) return total;
    total += tried;
  }
}

/** Is the relay until it stops or `connection`, which holds the lock, is lost. */
async function lead(
  options: RelayOptions & { recurring: readonly RecurringJob[] },
  connection: Db,
  bell: Doorbell,
  stop: AbortSignal,
): Promise<void> {
  // Ends both loops when one of them fails, as it does when the connection and so the lock is lost.
  const failing = new AbortController();
  const end = AbortSignal.any([stop, failing.signal]);
  const clock = new Doorbell();
  const failed = (error: unknown) => {
    failing.abort();
    throw error;
  };
  const delivering = async () => {
    while (!end.aborted) {
      // Looking on the locked connection makes sure that the lock is still held.
      if ((await deliverBatch(options, end, connection)) === 0) await bell.rest(options.pollMs ?? 2000, end);
    }
  };
  // Beside the deliveries, so that a long nightly check holds up no mail.
  const recurring = async () => {
    while (!end.aborted) {
      await runRecurring(options, end);
      await clock.rest(RECURRING_MS, end);
    }
  };
  const ends = await Promise.allSettled([delivering().catch(failed), recurring().catch(failed)]);
  for (const each of ends) if (each.status === 'rejected') throw each.reason;
}

function withPruning(recurring: readonly RecurringJob[] = []): readonly RecurringJob[] {
  const prune = every('outbox.prune', { dailyAt: '02:10' }, async ({ db, now }) => {
    await pruneOutbox(db, new Date(now().getTime() - KEPT_DAYS * dayMs));
  });
  return [...recurring, prune];
}
