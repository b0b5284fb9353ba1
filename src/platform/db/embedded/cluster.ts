import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StartProblem } from '../../start-problem.ts';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explainTrouble } from './explain.ts';
import type { Home } from './home.ts';

/** The name PostgreSQL's administrator has inside the server; the application's own role is lesser. */
export const ADMINISTRATOR = 'postgres';

/** The one password of both roles, made on first start. Whoever can read the file owns the database. */
export function readPassword(home: Home): string {
  if (!existsSync(home.passwordFile)) {
    const beside = `${home.passwordFile}.${process.pid}`;
    writeFileSync(beside, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (home.account) chownSync(beside, home.account.uid, home.account.gid);
    try {
      // A link, unlike a rename, leaves the password of a process that was quicker in place.
      linkSync(beside, home.passwordFile);
    } catch (error) {
      if (!existsSync(home.passwordFile)) throw error;
    } finally {
      rmSync(beside);
    }
  }
  return readFileSync(home.passwordFile, 'utf8');
}

/**
 * Makes the database's files on first start. They are made beside and renamed when complete, so a
 * first start that was interrupted leaves nothing half made, and two at once do no harm.
 */
export async function makeCluster(home: Home, { initdb }: Binaries): Promise<void> {
  if (existsSync(home.cluster)) return;
  const beside = `${home.cluster}.${process.pid}`;
  rmSync(beside, { recursive: true, force: true });
  const made = await run(initdb, home, [
    '--pgdata',
    beside,
    '--username',
    ADMINISTRATOR,
    '--pwfile',
    home.passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]);
  if (made.status !== 0) {
    rmSync(beside, { recursive: true, force: true });
    throw new StartProblem(`The database could not be made. ${explainTrouble(made.output, home)}`);
  }
  try {
    renameSync(beside, home.cluster);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(home.cluster)) throw error;
  }
}

function run(
  program: string,
  home: Home,
  args: string[],
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs(home.account),
      cwd: home.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
