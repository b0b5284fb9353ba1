import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './root.ts';

export interface TestRun {
  tests: number;
  passed: number;
  failed: number;
  ms: number;
  /** Every test that ran, for the list of the slowest. */
  timings: { name: string; file: string; ms: number }[];
  /** What failed, each as a text to print. */
  failures: string[];
}

/** Of cores to keep busy: each browser wants half a gigabyte of memory. */
const most = 4;

/** A test that takes longer has stopped moving. */
const longestTest = 180_000;

/**
 * Runs test files by Node's own runner, each in a process of its own, one more at a time than the machine
 * has cores: there is always one that waits for its browser or its database. A skipped test counts as
 * failed: what is not looked at is not known.
 */
export async function runTests(files: readonly string[]): Promise<TestRun> {
  const started = performance.now();
  const result: TestRun = { tests: 0, passed: 0, failed: 0, ms: 0, timings: [], failures: [] };
  const printed = new Map<string, string>();
  const failedFiles = new Set<string>();
  // Each process would otherwise strip and compile the same files again, which takes a third of its time.
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `staffroom-compiled-${process.getuid?.() ?? 'windows'}`);
  const events = run({
    files: [...files],
    concurrency: Math.min(availableParallelism(), most) + 1,
    timeout: longestTest,
    execArgv: ['--import', pathToFileURL(join(root, 'test/quiet.ts')).href],
  });
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      const about = data as unknown as Ended;
      // A suite is reported for itself after its tests; they have been counted.
      if (about.details.type === 'suite' && type === 'test:pass') continue;
      const file = relative(root, about.file ?? about.name);
      const failed = type === 'test:fail' || about.skip !== undefined || about.todo !== undefined;
      result.tests++;
      if (!failed) result.passed++;
      result.timings.push({ name: about.name, file, ms: about.details.duration_ms });
      if (!failed) continue;
      result.failed++;
      failedFiles.add(file);
      result.failures.push(`${file}:${about.line ?? 1}  ${about.name}\n${reason(about)}`);
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      const { file = '', message } = data as { file?: string; message: string };
      const name = relative(root, file);
      printed.set(name, (printed.get(name) ?? '') + message);
    }
  }
  for (const file of failedFiles) {
    const output = printed.get(file);
    if (output) result.failures.push(`${file} printed:\n${output.trimEnd()}`);
  }
  result.ms = performance.now() - started;
  return result;
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
  const nested = (cause as Error | undefined)?.cause;
  return (stack ?? inspect(cause)) + (nested === undefined ? '' : `\nbecause of ${inspect(nested)}`);
}
