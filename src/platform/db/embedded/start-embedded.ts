import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../../start-problem.ts';
import { prepareBinaries, type Binaries } from './binaries.ts';
import { ADMINISTRATOR, makeCluster, readPassword } from './cluster.ts';
import { explainTrouble } from './explain.ts';
import { openHome, type Home } from './home.ts';
import { findRunning, launch, shutDown, type Address } from './server.ts';

export interface EmbeddedOptions {
  /** DATA_DIR, absolute. The database lives in its folder `postgres`. */
  dataDir: string;
  /** Told, one line at a time, what whoever starts Staffroom should know. */
  log: (line: string) => void;
  /** PostgreSQL settings over the usual ones, for tests. They count when this process starts the server. */
  settings?: Record<string, string>;
}

export interface EmbeddedServer {
  /** The address of a database, for `openDatabase` and `migrate`. */
  url(database: string): string;
  /** Makes a database, empty or as a copy of a template that nobody is connected to. */
  createDatabase(name: string, options?: { template?: string }): Promise<void>;
  /** Ends the connections to a database and removes it. Nothing happens when there is none. */
  dropDatabase(name: string): Promise<void>;
  listDatabases(): Promise<string[]>;
  /** Leaves the server. The last process to leave stops it, with everything on disk. */
  stop(): Promise<void>;
}

/** The role the application uses: owner of its databases, no administrator. */
const APPLICATION_ROLE = 'staffroom';

/** `pg` has these two, its types have not. */
type Presence = pg.Client & { ref(): void; unref(): void };

/** Each process that uses the server holds this advisory lock, shared; the one that stops it, alone. */
const PRESENCE_LOCK = 8_460_002;

/** Recovery after a power cut can take a while; a server that cannot start says so much sooner. */
const LONGEST_START_MS = 60_000;

/**
 * Starts the PostgreSQL server that Staffroom brings along, or joins the one that runs on the same
 * DATA_DIR already: a command beside the application, a second process, or the server left behind
 * by a process that was killed.
 *
 * @throws StartProblem with what to do, when the folder, the disk or the machine stand in the way.
 */
export async function startEmbedded({
  dataDir,
  log,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = openHome(dataDir, log);
  const binaries = prepareBinaries(home.folder, home.account);
  const password = readPassword(home);
  await makeCluster(home, binaries);

  let stopping = false;
  let presence = await join();

  /** Connects and takes the presence lock, starting the server first where none runs. */
  async function join(): Promise<{ client: Presence; address: Address }> {
    const joined = await joinServer(home, binaries, password, settings);
    joined.client.once('end', () => void rejoin());
    joined.client.unref();
    return joined;
  }

  /** The server went away under us (stopped by hand, out of memory): bring it back. */
  async function rejoin(): Promise<void> {
    if (stopping) return;
    try {
      presence = await join();
    } catch (error) {
      log(`The database stopped and cannot be started again. ${(error as Error).message}`);
    }
  }

  /** The connection keeps the process alive only while it has work: whoever is done may leave. */
  async function run(sql: string): Promise<pg.QueryResult> {
    const { client } = presence;
    client.ref();
    try {
      return await client.query(sql);
    } finally {
      client.unref();
    }
  }

  await ensureApplicationRole(run, password);
  return {
    url: (database) => databaseUrl(presence.address, APPLICATION_ROLE, password, database),
    async createDatabase(name, { template } = {}) {
      // Copying files is several times quicker than writing each page of a template to the log.
      const from = template ? ` template ${pg.escapeIdentifier(template)} strategy file_copy` : '';
      await run(`create database ${pg.escapeIdentifier(name)} owner ${APPLICATION_ROLE}${from}`);
    },
    async dropDatabase(name) {
      await run(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    },
    async listDatabases() {
      const { rows } = await run(
        `select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname`,
      );
      return rows.map(({ datname }) => datname as string);
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      presence.client.ref();
      if (await isLast(presence.client)) await shutDown(home, binaries);
      else await presence.client.end();
    },
  };
}

async function joinServer(
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
    const { rows } = await client.query(`select pg_try_advisory_lock_shared(${PRESENCE_LOCK}) as present`);
    if (rows[0].present) return client;
    await client.end();
    return undefined;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01') {
      throw new StartProblem(
        'The database does not accept the password kept beside it. Restore the file "password" from a backup.',
      );
    }
    await client.end().catch(() => undefined);
    return undefined;
  }
}

async function isLast(client: Presence): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${PRESENCE_LOCK})`);
    const { rows } = await client.query(`select pg_try_advisory_lock(${PRESENCE_LOCK}) as alone`);
    return rows[0].alone;
  } catch {
    // The connection is gone, and with it the means to know whether others still use the server.
    return false;
  }
}

async function ensureApplicationRole(
  run: (sql: string) => Promise<pg.QueryResult>,
  password: string,
): Promise<void> {
  const { rowCount } = await run(`select from pg_roles where rolname = '${APPLICATION_ROLE}'`);
  if (rowCount) return;
  try {
    await run(`create role ${APPLICATION_ROLE} login password ${pg.escapeLiteral(password)}`);
  } catch (error) {
    // 42710, 23505: another process made it in the same moment.
    if (!['42710', '23505'].includes((error as { code: string }).code)) throw error;
  }
}

function databaseUrl({ host, port }: Address, role: string, password: string, database: string): string {
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
