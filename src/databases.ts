import { sql } from 'kysely';
import { close, type Db, openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts';
import { StartProblem } from '#platform/start-problem.ts';

/** The databases of this installation: the school's, and beside it that of the demo, where there is one. */
export interface Databases {
  /** The address of the school's own. */
  schoolUrl: string;
  /** The address of the demo's, which may not be there. */
  demoUrl: string;
  /** Whether the demo's database is there. */
  hasDemo(): Promise<boolean>;
  /** Makes the demo's database, empty. */
  createDemo(): Promise<void>;
  /** Removes the demo's database. Nothing happens when there is none. */
  dropDemo(): Promise<void>;
  stop(): Promise<void>;
}

/** In the server that Staffroom brings along, or in the one that DATABASE_URL names. */
export const openDatabases = async (
  config: { databaseUrl?: string | undefined; dataDir: string },
  log: (line: string) => void,
): Promise<Databases> =>
  config.databaseUrl ? elsewhere(config.databaseUrl) : await embedded(config.dataDir, log);

/** Nobody else keeps databases in this server, so the names alone say what they are. */
async function embedded(dataDir: string, log: (line: string) => void): Promise<Databases> {
  const [school, demo] = ['staffroom', 'staffroom_demo'];
  const server = await startEmbedded({ dataDir, log });
  if (!(await server.listDatabases()).includes(school)) await server.createDatabase(school);
  return {
    get schoolUrl() {
      return server.url(school);
    },
    get demoUrl() {
      return server.url(demo);
    },
    hasDemo: async () => (await server.listDatabases()).includes(demo),
    createDemo: () => server.createDatabase(demo),
    dropDemo: () => server.dropDatabase(demo),
    stop: () => server.stop(),
  };
}

/** PostgreSQL cuts longer names. */
const longestName = 63;

/**
 * A PostgreSQL server of one's own may hold databases of others, another Staffroom's too. The demo is named
 * after the school's database, and a comment on it says whose demo it is: without that comment a database of
 * the name is neither opened as a demo nor removed.
 */
function elsewhere(schoolUrl: string): Databases {
  const school = databaseOf(schoolUrl);
  const demo = `${school}_demo`;
  if (Buffer.byteLength(demo) > longestName)
    throw new StartProblem(
      `DATABASE_URL names the database "${school}". Give it a name of at most ${longestName - '_demo'.length} letters.`,
    );
  const mark = `The demo beside the Staffroom database ${school}. It may be removed.`;
  const run = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const db = openDatabase(schoolUrl, { maxConnections: 1 });
    try {
      return await work(db);
    } finally {
      await close(db);
    }
  };
  const find = (db: Db): Promise<'ours' | 'of others' | 'absent'> =>
    sql<{ comment: string | null }>`select shobj_description(oid, 'pg_database') as comment
      from pg_database where datname = ${demo}`
      .execute(db)
      .then(({ rows: [row] }) => (!row ? 'absent' : row.comment === mark ? 'ours' : 'of others'));
  return {
    schoolUrl,
    demoUrl: withDatabase(schoolUrl, demo),
    hasDemo: () => run(async (db) => (await find(db)) === 'ours'),
    createDemo: () =>
      run(async (db) => {
        if ((await find(db)) === 'of others')
          throw new StartProblem(
            `There is a database "${demo}" that Staffroom did not make, so the demo cannot be kept under this name. Rename it, or name another in DATABASE_URL.`,
          );
        await sql`create database ${sql.id(demo)}`.execute(db);
        await sql`comment on database ${sql.id(demo)} is ${sql.lit(mark)}`.execute(db);
      }),
    dropDemo: () =>
      run(async (db) => {
        if ((await find(db)) === 'ours') await sql`drop database ${sql.id(demo)} with (force)`.execute(db);
      }),
    stop: async () => {},
  };
}

/** Host, database, and the rest. Not a web address: one of a unix socket has no host. */
const databaseAddress = /^(postgres(?:ql)?:\/\/[^/?#]*)\/([^/?#]+)(.*)$/;

function databaseOf(url: string): string {
  const name = databaseAddress.exec(url)?.[2];
  if (!name)
    throw new StartProblem(
      'DATABASE_URL names no database. Write it like postgres://user:password@host/database.',
    );
  return decodeURIComponent(name);
}

const withDatabase = (url: string, name: string): string =>
  url.replace(
    databaseAddress,
    (_, host: string, _old: string, rest: string) => `${host}/${encodeURIComponent(name)}${rest}`,
  );
