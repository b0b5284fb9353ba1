import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

interface Run {
  /** After so many milliseconds it is ended and `TookTooLong` thrown. */
  limitMs: number;
  signal?: AbortSignal | undefined;
  /** What it writes to its standard output, as it comes. */
  onOutput?: (chunk: Buffer) => void;
}

/** ffmpeg ended without doing what it was asked; `complaint` is the end of what it said. */
export class FfmpegFailed extends Error {
  readonly complaint: string;
  constructor(complaint: string) {
    super(`ffmpeg failed: ${complaint}`);
    this.complaint = complaint;
  }
}

/** ffmpeg had its time and was ended. */
export class TookTooLong extends Error {
  constructor(limitMs: number) {
    super(`ffmpeg was ended after ${Math.round(limitMs / 1000)} seconds.`);
  }
}

const KEPT_COMPLAINT = 2000;
/** Everything else this machine does goes first. */
const NICE = 10;

/**
 * Runs ffmpeg or ffprobe to its end, behind everything else that wants the processor. It sees nothing of this
 * program's environment: neither passwords nor a proxy.
 *
 * @throws FfmpegFailed, TookTooLong, or the reason of `signal`; in each case the process has ended.
 */
export async function runFfmpeg(
  program: string,
  words: readonly string[],
  { limitMs, signal, onOutput }: Run,
): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: surroundings(process.env),
    windowsHide: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-KEPT_COMPLAINT);
  });
  if (onOutput) child.stdout.on('data', onOutput);
  else child.stdout.resume();
  if (child.pid !== undefined) stepBack(child.pid);

  let late = false;
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    late = true;
    end();
  }, limitMs);
  signal?.addEventListener('abort', end);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal?.throwIfAborted();
    if (late) throw new TookTooLong(limitMs);
    if (code !== 0) throw new FfmpegFailed(complaint.trim() || `it ended with ${code}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

function stepBack(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // It has already ended, or this account may not: it runs as it is.
  }
}

/** What a program needs to find its libraries, and nothing that is anybody's secret. */
function surroundings(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMPDIR'];
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
