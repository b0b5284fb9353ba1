import { spawn } from 'node:child_process';
import { root } from './root.ts';

export interface Outcome {
  name: string;
  passed: boolean;
  ms: number;
  /** What it printed; shown when it failed. */
  output: string;
}

/** Runs one of the tools in node_modules by this very Node, so that no shell and no PATH matter. */
export function runTool(name: string, script: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = (passed: boolean) => done({ name, passed, ms: performance.now() - started, output });
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (status) => end(status === 0));
  });
}
