import { z } from 'zod';
import type { Bytes } from './done.ts';
import { id, ticked } from './input.ts';

/**
 * What waits on a device until it has arrived (src/browser/note-queue.ts): it is sent under an id that was made where
 * it was written, so that what is sent again because nobody heard the answer is there once.
 */

/** As long as a device keeps what it could not send. In seconds. */
const longestAgo = 14 * 24 * 60 * 60;

/**
 * The fields that come with it. `queued` is sent by the page's script, which waits for the id before it forgets what
 * it holds; `ago` are the seconds since it was written, by the device's clock, and 0 for a plain form.
 */
export const queuedInput = {
  id: id('This form was not drawn whole. Open the page again.').transform((text) => text.toLowerCase()),
  ago: z.coerce.number().catch(0),
  queued: ticked(),
};

/**
 * When something was written: so many seconds before it arrived, measured by the one clock of the device it was
 * written on. That clock may be wrong, so the two are never compared. Never in the future, and never further back
 * than devices keep what they could not send.
 */
export const writtenAt = (arrived: Date, ago: number): Date =>
  new Date(arrived.getTime() - Math.round(Math.min(Math.max(ago || 0, 0), longestAgo) * 1000));

/** The answer that the page's script waits for: `{"kept": "<id>"}`. */
export const keptAnswer = (kept: string): Bytes => ({
  body: JSON.stringify({ kept }),
  type: 'application/json',
});
