import { availableParallelism } from 'node:os';

/** Work on recordings is done one after the other, so that pages stay quick while an hour of film is made smaller. */

let last: Promise<unknown> = Promise.resolve();

/** How many threads one ffmpeg may have: half of what there is, at most four. */
export const THREADS = String(Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))));

/** Does `work` when everything asked for before is done, or not at all if `signal` has said so by then. */
export function inTurn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const turn = last.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  last = turn.catch(() => {});
  return turn;
}
