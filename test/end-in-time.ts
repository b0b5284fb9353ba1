/**
 * Loaded before every test file (scripts/check/run-tests.ts). A process told to stop may not do so: the browser it
 * drives takes the signal to mean its own end, and a server left open keeps it alive. The run would wait for it for
 * good, so it ends itself.
 */
import { isMainThread } from 'node:worker_threads';

/** In milliseconds; past the time after which the run counts a process as failed. */
const last = 740_000;

if (isMainThread)
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().join(', ');
    process.stdout.write(`Ended after ${last / 1000} seconds, with this still open: ${open}\n`);
    process.kill(process.pid, 'SIGKILL');
  }, last).unref();
