/**
 * `npm test`: everything that must hold, from the shape of the text to the journey in a browser.
 * `npm test -- sign-in` runs the test files whose path contains "sign-in", and nothing else.
 */
import { join } from 'node:path';
import { runTool, type Outcome } from './check/run-command.ts';
import { root } from './check/root.ts';
import { runTests } from './check/run-tests.ts';
import { findTestFiles } from './check/test-files.ts';
import { findChromium } from '#test/chromium.ts';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { testServer } from '#test/server.ts';

const started = performance.now();
const parts = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const files = await findTestFiles(parts);
if (files.length === 0) {
  print(`No test file has “${parts.join('” or “')}” in its path. They all end in .test.ts.`);
  process.exit(1);
}

const all = parts.length === 0;
const checks = all ? await runChecks() : [];
if (all) await havePrograms();
const server = await testServer();
const run = await runTests(files);
await server.stop();
heading(`Tests and journeys in a browser (${files.length} files)`, run.failed === 0, run.ms);
for (const failure of run.failures) print(`\n${failure}`);
close();

/** The text itself: its format, its types, what the linter knows. Together, since each uses one core. */
async function runChecks(): Promise<Outcome[]> {
  const tool = (path: string) => join(root, 'node_modules', path);
  const outcomes = await Promise.all([
    runTool('Format', tool('oxfmt/bin/oxfmt'), ['--check']),
    runTool('Types', tool('typescript/bin/tsc'), ['-p', join(root, 'tsconfig.json')]),
    runTool('Lint', tool('oxlint/bin/oxlint'), ['--deny-warnings']),
  ]);
  for (const { name, passed, ms, output } of outcomes) {
    heading(name, passed, ms);
    if (!passed) print(output.trimEnd());
  }
  return outcomes;
}

/**
 * Installing takes minutes on a bare machine, and two processes cannot do it at once: it is done before any test has
 * its time measured. What cannot be had is said by the tests that need it.
 */
async function havePrograms(): Promise<void> {
  await findChromium().catch(() => undefined);
  await ensureFfmpeg().catch(() => undefined);
}

function close(): void {
  const slowest = run.timings.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
  print('\nThe slowest ten:');
  for (const { name, file, ms } of slowest) print(`${seconds(ms).padStart(8)}  ${file}: ${name}`);

  const longest = run.processes.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  print('\nThe longest five processes:');
  for (const { name, ms } of longest) print(`${seconds(ms).padStart(8)}  ${name}`);

  print(`\nℹ tests ${run.tests}\nℹ pass ${run.passed}\nℹ fail ${run.failed}\nℹ skipped 0`);
  print(`ℹ duration ${seconds(performance.now() - started)}`);
  const checksPassed = checks.filter((check) => check.passed).length;
  if (checks.length > 0) print(`ℹ format, types and lint: ${checksPassed} of ${checks.length}`);

  const allFailed = run.failed + checks.length - checksPassed;
  print(`\n${run.passed + checksPassed} passed, ${allFailed} failed`);
  process.exitCode = allFailed === 0 ? 0 : 1;
}

function heading(name: string, passed: boolean, ms: number): void {
  print(`${passed ? '✔' : '✖'} ${name}  ${seconds(ms)}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
