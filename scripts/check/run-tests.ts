import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { root } from './root.ts';
import { inRooms } from './test-files.ts';

export interface TestRun {
  tests: number;
  passed: number;
  failed: number;
  ms: number;
  /** Every test that ran, for the list of the slowest. */
  timings: { name: string; file: string; ms: number }[];
  /** Every process, by the room or the file it was for. */
  processes: { name: string; ms: number }[];
  /** What failed, each as a text to print. */
  failures: string[];
}

/** Of cores to keep busy: each browser wants half a gigabyte of memory. */
const most = 4;

/** A process that takes longer has stopped moving. It ends itself a little later, if being told to has not (test/end-in-time.ts). */
const longestProcess = 720_000;

/** After so long the rest is given up: a run says what failed, and ends. */
const longestRun = 33 * 60_000;

/** What every process reads in before its tests. */
const preloaded = ['test/quiet.ts', 'test/end-in-time.ts'];

/**
 * Runs test files by Node's own runner, a process for each room's, one more at a time than the machine
 * has cores: there is always one that waits for its browser or its database. A skipped test counts as
 * failed: what is not looked at is not known.
 */
export async function runTests(files: readonly string[]): Promise<TestRun> {
  const started = performance.now();
  const result: TestRun = { tests: 0, passed: 0, failed: 0, ms: 0, timings: [], processes: [], failures: [] };
  const printed = new Map<string, string>();
  const failedProcesses = new Set<string>();
  // Each process would otherwise strip and compile the same files again, which takes a third of its time.
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `staffroom-compiled-${process.getuid?.() ?? 'windows'}`);
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-rooms-'));
  const nameOf = (path: string): string =>
    path.startsWith(folder) ? basename(path, '.mjs').replaceAll('.', '/') : relative(root, path);
  const events = run({
    files: await Promise.all(Array.from(inRooms(files), (room) => entryOf(room, folder))),
    concurrency: Math.min(availableParallelism(), most) + 1,
    timeout: longestProcess,
    signal: AbortSignal.timeout(longestRun),
    execArgv: preloaded.flatMap((file) => ['--import', pathToFileURL(join(root, file)).href]),
  });
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      const about = data as unknown as Ended;
      // A suite is reported for itself after its tests; they have been counted.
      if (about.details.type === 'suite' && type === 'test:pass') continue;
      const file = nameOf(about.file ?? about.name);
      const failed = type === 'test:fail' || about.skip !== undefined || about.todo !== undefined;
      result.tests++;
      if (!failed) result.passed++;
      result.timings.push({ name: about.name, file, ms: about.details.duration_ms });
      if (!failed) continue;
      result.failed++;
      result.failures.push(`${file}:${about.line ?? 1}  ${about.name}\n${reason(about)}`);
    } else if (type === 'test:complete' && data.name === data.file) {
      const { passed, duration_ms: ms } = data.details;
      result.processes.push({ name: nameOf(data.name), ms });
      if (!passed) failedProcesses.add(nameOf(data.name));
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      const { file = '', message } = data as { file?: string; message: string };
      const name = nameOf(file);
      printed.set(name, (printed.get(name) ?? '') + message);
    }
  }
  await rm(folder, { recursive: true, force: true });
  for (const [name, output] of printed)
    if (failedProcesses.has(name)) result.failures.push(`${name} printed:\n${output.trimEnd()}`);
  result.ms = performance.now() - started;
  return result;
}

/**
 * What a process is started with: the one file, or one called after the room that reads in all of its files. No test
 * of them begins before all are read: the runner tidies up when no test is left, and a file that still opens its
 * browser then would never have it closed.
 */
async function entryOf([room, files]: [string, string[]], folder: string): Promise<string> {
  if (files.length === 1) return files[0]!;
  const entry = join(folder, `${room.replaceAll('/', '.')}.mjs`);
  const urls = JSON.stringify(files.map((file) => pathToFileURL(file).href));
  await writeFile(
    entry,
    `import { test } from 'node:test';
const reading = (async () => { for (const file of ${urls}) await import(file); })();
test('its files are read', () => reading);
`,
  );
  return entry;
}

interface Ended {
  name: string;
  file?: string;
  line?: number;
  skip?: string | boolean;
  todo?: string | boolean;
  details: { duration_ms: number; type?: string; error?: Error & { cause?: unknown } };
}

function reason({ skip, todo, details }: Ended): string {
  if (skip !== undefined) return 'It was skipped. Nothing is skipped here: run it, or remove it.';
  if (todo !== undefined) return 'It is marked as to do. Do it, or remove it.';
  const { error } = details;
  const cause = error?.cause ?? error;
  if (typeof cause === 'string') return cause;
  // The message and where in this project; what the runner does around it says nothing.
  const stack = (cause as Error | undefined)?.stack?.replace(/\n\s+at .*node:internal.*/g, '');
  const nested = cause instanceof AggregateError ? cause.errors : (cause as Error | undefined)?.cause;
  return (stack ?? inspect(cause)) + (nested === undefined ? '' : `\nbecause of ${inspect(nested)}`);
}
