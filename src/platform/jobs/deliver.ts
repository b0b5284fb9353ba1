import type { Db } from '../db/database.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { markBegun, markDone, markFailed, type Message, selectDue } from './outbox.ts';

export interface JobContext {
  db: Db;
  now: Date;
  /** Fires when the time for this run is over or the server stops: leave off at a safe place. */
  signal: AbortSignal;
}

/**
 * Does what a message asks. It may be called again for a message it has already done, when the
 * server stopped between the doing and the marking: the second time must change nothing.
 */
export type Handler = (message: Message, context: JobContext) => Promise<void>;

/** One line about something that went wrong, for the server's log. Never holds a message's body. */
export type Log = (line: string) => void;

export interface Delivery {
  db: Db;
  /** By kind of message. */
  handlers: Record<string, Handler>;
  now: () => Date;
  log: Log;
  /** How long one message may take before it counts as failed, in milliseconds. Default one minute. */
  timeoutMs?: number;
}

const BATCH = 20;
const MINUTE = 60_000;

/**
 * Delivers one batch of due messages, one after another. Returns how many were tried; zero means that
 * nothing is due. `reader` is the connection on which to look, when it is not any of `db`.
 */
export async function deliverBatch(
  delivery: Delivery,
  stop: AbortSignal,
  reader = delivery.db,
): Promise<number> {
  const due = await selectDue(reader, delivery.now(), BATCH);
  let tried = 0;
  for (const message of due) {
    if (stop.aborted) break;
    await deliver(delivery, message, stop);
    tried += 1;
  }
  return tried;
}

async function deliver(delivery: Delivery, message: Message, stop: AbortSignal): Promise<void> {
  const { db, handlers, now, log, timeoutMs = MINUTE } = delivery;
  await markBegun(db, message, now());
  try {
    const handler = Object.hasOwn(handlers, message.kind) ? handlers[message.kind] : undefined;
    if (!handler) throw new Error(`Nothing here handles messages of the kind '${message.kind}'.`);
    await within(timeoutMs, stop, (signal) => handler(message, { db, now: now(), signal }));
  } catch (error) {
    const attempt = message.attempts + 1;
    const fate = attempt >= MAX_ATTEMPTS ? 'parked' : 'to be tried again';
    log(
      `Message ${message.id} (${message.kind}) failed at attempt ${attempt} and is ${fate}: ${String(error)}`,
    );
    await markFailed(db, message, error, now());
    return;
  }
  await markDone(db, message, now());
}

/** Runs `work`, telling it to stop when `stop` fires, and rejecting when it takes longer than `ms`. */
async function within(
  ms: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`It took longer than ${ms / 1000} seconds.`);
    over.abort(error);
    late.reject(error);
  }, ms);
  try {
    await Promise.race([work(AbortSignal.any([stop, over.signal])), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
