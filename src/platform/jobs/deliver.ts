import type { Services } from '../http/context.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import type { Handler } from './handler.ts';
import { markBegun, markDone, markFailed, type Message, selectDue } from './outbox.ts';

/** One line about something that went wrong, for the server's log. Never holds a message's body. */
export type Log = (line: string) => void;

export interface Delivery {
  services: Services;
  handlers: readonly Handler[];
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
 * nothing is due. `reader` is the connection on which to look, when it is not any of the services' own.
 */
export async function deliverBatch(
  delivery: Delivery,
  stop: AbortSignal,
  reader = delivery.services.db,
): Promise<number> {
  const due = await selectDue(reader, delivery.services.now(), BATCH, [...outstaying]);
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
  const { log, timeoutMs = MINUTE } = delivery;
  const { db, now } = delivery.services;
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

/** Tells all who hear this kind, one after another; the first that fails ends it. */
async function handle(delivery: Delivery, message: Message, signal: AbortSignal): Promise<void> {
  const heardBy = delivery.handlers.filter(({ kinds }) => kinds.includes(message.kind));
  if (heardBy.length === 0) throw new Error(`Nothing here handles messages of the kind '${message.kind}'.`);
  const job = { ...delivery.services, signal };
  for (const handler of heardBy) await handler.handle(message, job);
}

async function putOff({ services, log }: Delivery, message: Message, error: unknown): Promise<void> {
  const attempt = message.attempts + 1;
  const fate = attempt >= MAX_ATTEMPTS ? 'parked' : 'to be tried again';
  log(
    `Message ${message.id} (${message.kind}) failed at attempt ${attempt} and is ${fate}: ${String(error)}`,
  );
  await markFailed(services.db, message, error, services.now());
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
