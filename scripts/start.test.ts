import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('start.mjs', import.meta.url));

/** What is started says its number, waits, and says when it was told to stop. */
const waits = `
  console.log(process.pid);
  const waiting = setInterval(() => {}, 1000);
  process.once('SIGTERM', () => (clearInterval(waiting), console.log('told to stop')));
`;

test('what npm started stops when npm is told to, though the shell between them passes nothing on', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-start-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const entry = join(folder, 'waits.mjs');
  await writeFile(entry, waits);
  // A shell that stays, as npm's does, since something follows.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${start}" "${entry}"; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const lines = createInterface({ input: shell.stdout });
  const said = lines[Symbol.asyncIterator]();
  const pid = Number((await said.next()).value);
  t.after(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  });
  shell.kill('SIGTERM');
  await once(shell, 'exit');
  assert.equal((await said.next()).value, 'told to stop');
  assert.equal((await said.next()).done, true);
});
