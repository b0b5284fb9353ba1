import type { Db } from '../db/database.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { markBegun, markDone, markFailed, type Message, selectDue } from './outbox.ts';

export interface JobContext {
  db: Db;
  now: Date;
  /**
   * Fires when the time for this run is over or the server stops: leave off at a safe place. A handler of a
   * message leaves off by throwing (`signal.throwIfAborted()`); when it returns, the message counts as done.
   */
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
  /**
   * How long the others wait for one message, in milliseconds; then it is told to leave off, and is tried again
   * once it has. Default one minute.
   */
  timeoutMs?: number;
}

const BATCH = 20;
const MINUTE = 60_000;

/** The messages whose handlers outstayed their time and are still at it. None is begun again beside itself. */
const outstaying = new Set<string>();

/**
 * Delivers one batch of due messages, one after another. Returns how many were tried; zero means that
 * nothing is due. `reader` is the connection on which to look, when it is not any of `db`.
 */
export async function deliverBatch(
  delivery: Delivery,
  stop: AbortSignal,
  reader = delivery.db,
): Promise<number> {
  const due = await selectDue(reader, delivery.now(), BATCH, [...outstaying]);
  let tried = 0;
  for (const message of due) {
    if (stop.aborted) break;
    await deliver(delivery, message, stop);
    tried += 1;
  }
  return tried;
}

/** Resolves when the message is done, has failed, or takes too long for the others to wait for it. */
async function deliver(delivery: Delivery, message: Message, stop: AbortSignal): Promise<void> {
  const { db, now, log, timeoutMs = MINUTE } = delivery;
  await markBegun(db, message, now());
  const over = new AbortController();
  const work = handle(delivery, message, AbortSignal.any([stop, over.signal]));
  if (await settlesWithin(timeoutMs, work)) {
    await work.then(
      () => markDone(db, message, now()),
      (error: unknown) => putOff(delivery, message, error),
    );
    return;
  }
  const late = new Error(`It took longer than ${timeoutMs / 1000} seconds.`);
  outstaying.add(message.id);
  over.abort(late);
  await putOff(delivery, message, late);
  void work
    .then(
      () => markDone(db, message, now()),
      (error: unknown) => (error === late ? undefined : putOff(delivery, message, error)),
    )
    .catch((error: unknown) => log(`Message ${message.id} ended late and unmarked: ${String(error)}`))
    .finally(() => outstaying.delete(message.id));
}

async function handle(delivery: Delivery, message: Message, signal: AbortSignal): Promise<void> {
  const { db, handlers, now } = delivery;
  const handler = Object.hasOwn(handlers, message.kind) ? handlers[message.kind] : undefined;
  if (!handler) throw new Error(`Nothing here handles messages of the kind '${message.kind}'.`);
  await handler(message, { db, now: now(), signal });
}

async function putOff({ db, log, now }: Delivery, message: Message, error: unknown): Promise<void> {
  const attempt = message.attempts + 1;
  const fate = attempt >= MAX_ATTEMPTS ? 'parked' : 'to be tried again';
  log(
    `Message ${message.id} (${message.kind}) failed at attempt ${attempt} and is ${fate}: ${String(error)}`,
  );
  await markFailed(db, message, error, now());
}

/** Whether `work` comes to an end, good or bad, within `ms`. */
async function settlesWithin(ms: number, work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const settled = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
