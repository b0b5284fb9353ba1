import type { z } from 'zod';
import type { Services } from '../http/context.ts';
import type { Message } from './outbox.ts';

/** What is at hand where something is done by itself: what the whole site shares, so one database and one clock. */
export interface Job extends Services {
  /**
   * Fires when the time for this run is over or the server stops: leave off at a safe place. A handler of a
   * message leaves off by throwing (`signal.throwIfAborted()`); when it returns, the message counts as done.
   */
  signal: AbortSignal;
}

/** A message as its handler reads it. */
export interface Told<Body> extends Omit<Message, 'body'> {
  body: Body;
}

export interface Handler {
  /** The kinds of message it hears. */
  kinds: readonly string[];
  handle: (message: Message, job: Job) => Promise<void>;
}

/**
 * Says what is done when a message of this kind, or of any of these kinds, is delivered:
 *
 *   told('exercise.done', z.object({ exerciseId: z.uuid() }), async ({ ownerId, body }, job) => …)
 *
 * `body` is what was recorded, with `actorId` and `itemId`, and is read by `schema`; a message that does not fit it
 * fails. The same message may be told again, when the server stopped between the doing and the marking: the
 * second time must change nothing. Several may hear the same kind.
 */
export const told = <Body>(
  kinds: string | readonly string[],
  schema: z.ZodType<Body>,
  run: (told: Told<Body>, job: Job) => Promise<void>,
): Handler => ({
  kinds: typeof kinds === 'string' ? [kinds] : kinds,
  handle: async (message, job) => run({ ...message, body: schema.parse(message.body) }, job),
});
