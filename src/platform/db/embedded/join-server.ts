import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { locks } from '../locks.ts';
import { StartProblem } from '../../start-problem.ts';
import type { Binaries } from './binaries.ts';
import { ADMINISTRATOR } from './cluster.ts';
import { explainTrouble } from './explain.ts';
import type { Home } from './home.ts';
import { type Address, findRunning, launch } from './server.ts';

/** The connection by which a process is seen to use the server. `pg` has `ref` and `unref`, its types have not. */
export type Presence = pg.Client & { ref(): void; unref(): void };

/** Recovery after a power cut can take a while; a server that cannot start says so much sooner. */
const LONGEST_START_MS = 60_000;

/** Connects to the server of this home and is present there, starting it first where none runs. */
export async function joinServer(
  home: Home,
  binaries: Binaries,
  password: string,
  settings: Record<string, string>,
): Promise<{ client: Presence; address: Address }> {
  const deadline = Date.now() + LONGEST_START_MS;
  let launched = false;
  let logStart = 0;
  for (;;) {
    const running = findRunning(home);
    if (running) {
      const client = await connect(running, password);
      if (client) return { client, address: running };
    } else if (launched && isHeldByAnother(home, logStart)) {
      // Another process starts it in the same moment, or the remains of a killed one are still ending.
      launched = false;
      await pause(100);
    } else if (launched && serverGaveUp(home, logStart)) {
      throw new StartProblem(
        `The database could not start. ${explainTrouble(readLog(home, logStart), home)}`,
      );
    } else if (!launched) {
      logStart = logSize(home);
      await launch(home, binaries, settings);
      launched = true;
    }
    if (Date.now() > deadline) {
      throw new StartProblem(
        `The database did not start within a minute. ${explainTrouble(readLog(home, logStart), home)}`,
      );
    }
    await pause(10);
  }
}

/** @returns nothing while the server is still starting or already stopping. */
async function connect(address: Address, password: string): Promise<Presence | undefined> {
  const client = new pg.Client({
    connectionString: databaseUrl(address, ADMINISTRATOR, password, 'postgres'),
    application_name: 'staffroom presence',
  }) as Presence;
  // Without a listener, losing the connection would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`select pg_try_advisory_lock_shared(${locks.present}) as present`);
    if (rows[0].present) return client;
    await client.end();
    return undefined;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01') {
      throw new StartProblem(
        'The database does not accept the password kept beside it. Restore the file “password” from a backup.',
      );
    }
    await client.end().catch(() => undefined);
    return undefined;
  }
}

/** Whether no other process uses the server any more. The connection is of no use afterwards. */
export async function isLast(client: Presence): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${locks.present})`);
    const { rows } = await client.query(`select pg_try_advisory_lock(${locks.present}) as alone`);
    return rows[0].alone;
  } catch {
    // The connection is gone, and with it the means to know whether others still use the server.
    return false;
  }
}

/** The address of a database of the server, for one of its roles. */
export function databaseUrl(
  { host, port }: Address,
  role: string,
  password: string,
  database: string,
): string {
  const place = host.startsWith('/')
    ? `localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `${host}:${port}/${database}`;
  return `postgres://${role}:${password}@${place}`;
}

function logSize(home: Home): number {
  return statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0;
}

function readLog(home: Home, from: number): string {
  try {
    return readFileSync(home.logFile, 'utf8').slice(from);
  } catch {
    return '';
  }
}

function isHeldByAnother(home: Home, logStart: number): boolean {
  return /lock file .* (?:already exists|is empty)|shared memory block .* is still in use/.test(
    readLog(home, logStart),
  );
}

/** FATAL before the server is up is its last word. */
function serverGaveUp(home: Home, logStart: number): boolean {
  return /^(?:.*\s)?(?:FATAL|PANIC):/m.test(readLog(home, logStart));
}
