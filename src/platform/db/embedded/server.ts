import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from '../../start-problem.ts';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { keptPort } from './kept-port.ts';

/** Where a running server listens: a folder with a unix socket in it, or 127.0.0.1 on Windows. */
export interface Address {
  host: string;
  port: number;
}

const ON_WINDOWS = process.platform === 'win32';
/** Part of the socket's file name; nothing listens on TCP port 5432. */
const SOCKET_PORT = 5432;
const LONGEST_LOG = 2 * 1024 * 1024;
const LONGEST_STOP_MS = 30_000;

/**
 * A school's server: durable (fsync is on, as by default), small at rest. No replication and no input
 * and output workers, since each is a process of its own.
 */
const SETTINGS: Record<string, string> = {
  shared_buffers: '32MB',
  max_connections: '60',
  huge_pages: 'off',
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_logical_replication_workers: '0',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  // A page's statement takes longer to plan than to run; its plan is made once (docs/decisions/0083).
  plan_cache_mode: 'force_generic_plan',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The application shows its own errors; the log is for the server's.
  log_min_error_statement: 'panic',
};

/** The address and process of the server that runs on the cluster, or nothing when none does. */
export function findRunning(home: Home): (Address & { pid: number }) | undefined {
  const pidFile = join(home.cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // https://www.postgresql.org/docs/18/storage-file-layout.html: pid, data directory, start, port, socket folder.
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  if (!isPostgres(pid)) {
    // Left behind by a power cut, and its number now belongs to another program. The server itself
    // would take that for a running one and refuse to start.
    rmSync(pidFile, { force: true });
    return undefined;
  }
  const host = ON_WINDOWS ? '127.0.0.1' : home.sockets;
  return { pid, host, port: Number(lines[3]) || SOCKET_PORT };
}

/** Starts the server. It accepts connections a moment later; its log says why, if it does not. */
export async function launch(home: Home, binaries: Binaries, extra: Record<string, string>): Promise<void> {
  if (existsSync(home.logFile) && statSync(home.logFile).size > LONGEST_LOG) {
    renameSync(home.logFile, `${home.logFile}.1`);
  }
  const listening = ON_WINDOWS
    ? { listen_addresses: '127.0.0.1', port: String(await keptPort(home.folder)) }
    : {
        listen_addresses: '',
        unix_socket_directories: home.sockets,
        unix_socket_permissions: '0700',
        port: String(SOCKET_PORT),
      };
  const settings = Object.entries({ ...SETTINGS, ...listening, ...extra }).map(
    ([key, value]) => `${key}=${value}`,
  );

  if (ON_WINDOWS) {
    // pg_ctl gives up administrator's rights, which the server refuses to run with.
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    spawnSync(binaries.pgCtl, ['start', '-W', '-D', home.cluster, '-l', home.logFile, '-o', options]);
    return;
  }
  const log = openSync(home.logFile, 'a', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', home.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...runAs(home.account),
      cwd: home.folder,
      // A group of its own: Ctrl+C in the terminal must not stop the server under the application.
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    },
  );
  closeSync(log);
  child.unref();
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

/** Stops the server after the statements under way are cancelled, with everything on disk. */
export async function shutDown(home: Home, binaries: Binaries): Promise<void> {
  const running = findRunning(home);
  if (!running) return;
  if (ON_WINDOWS) {
    spawnSync(binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast', '-w']);
    return;
  }
  process.kill(running.pid, 'SIGINT');
  const deadline = Date.now() + LONGEST_STOP_MS;
  while (existsSync(join(home.cluster, 'postmaster.pid'))) {
    if (Date.now() > deadline) {
      throw new StartProblem(
        `The database in ${home.cluster} has not stopped within 30 seconds (process ${running.pid}).`,
      );
    }
    await pause(5);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process exists and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  if (ON_WINDOWS) return true;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes(
      'postgres',
    );
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}
