import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareBinaries } from './binaries.ts';
import { makeCluster, readPassword } from './cluster.ts';
import { openHome } from './home.ts';
import { databaseUrl, isLast, joinServer, type Presence } from './join-server.ts';
import { type Address, shutDown } from './server.ts';

interface EmbeddedOptions {
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

/** Between two tries to bring back a server that went away. */
const LONGEST_PAUSE_MS = 60_000;

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
    for (let tries = 0; !stopping; tries++) {
      try {
        const joined = await join();
        if (stopping) return await leave(joined.client);
        presence = joined;
        if (tries > 0) log('The database is back.');
        return;
      } catch (error) {
        if (tries === 0)
          log(
            `The database stopped and cannot be started just now; it is tried again and again. ${(error as Error).message}`,
          );
      }
      await pause(Math.min(1000 * 2 ** tries, LONGEST_PAUSE_MS), undefined, { ref: false });
    }
  }

  async function leave(client: Presence): Promise<void> {
    client.ref();
    if (await isLast(client)) await shutDown(home, binaries);
    else await client.end();
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
      await leave(presence.client);
    },
  };
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
