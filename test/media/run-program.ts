import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program to its end; throws with what it complained of. */
export async function runProgram(program: string, words: string[]): Promise<void> {
  await run(program, words, { timeout: 120_000 });
}
