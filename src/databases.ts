import { sql } from 'kysely';
import { close, openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts';

/** Where the databases of this installation are: in the server that Staffroom brings along, or in one it was pointed to. */
export interface Databases {
  /** The address of a database; 'staffroom' is the school's. */
  url(name: string): string;
  create(name: string): Promise<void>;
  drop(name: string): Promise<void>;
  list(): Promise<string[]>;
  stop(): Promise<void>;
}

/** The school's own database. */
export const school = 'staffroom';

export async function openDatabases(
  config: { databaseUrl?: string | undefined; dataDir: string },
  log: (line: string) => void,
): Promise<Databases> {
  const databases = config.databaseUrl ? elsewhere(config.databaseUrl) : await embedded(config.dataDir, log);
  if (!config.databaseUrl && !(await databases.list()).includes(school)) await databases.create(school);
  return databases;
}

async function embedded(dataDir: string, log: (line: string) => void): Promise<Databases> {
  const server = await startEmbedded({ dataDir, log });
  return {
    url: (name) => server.url(name),
    create: (name) => server.createDatabase(name),
    drop: (name) => server.dropDatabase(name),
    list: () => server.listDatabases(),
    stop: () => server.stop(),
  };
}

/** A PostgreSQL server of one's own: DATABASE_URL names the school's database, others lie beside it. */
function elsewhere(databaseUrl: string): Databases {
  const url = (name: string): string => {
    if (name === school) return databaseUrl;
    const beside = new URL(databaseUrl);
    beside.pathname = `/${name}`;
    return beside.href;
  };
  const run = async <T>(work: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> => {
    const db = openDatabase(databaseUrl, { maxConnections: 1 });
    try {
      return await work(db);
    } finally {
      await close(db);
    }
  };
  return {
    url,
    create: (name) => run(async (db) => void (await sql`create database ${sql.id(name)}`.execute(db))),
    drop: (name) =>
      run(async (db) => void (await sql`drop database if exists ${sql.id(name)} with (force)`.execute(db))),
    list: () =>
      run(async (db) => {
        const { rows } = await sql<{ name: string }>`select datname as name from pg_database`.execute(db);
        return rows.map((row) => row.name);
      }),
    stop: async () => {},
  };
}
