import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { locks } from './locks.ts';

/** The folder of migrations that Staffroom comes with. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

const FILE_NAME = /^\d{8}_\d{4}__[a-z0-9_]+\.sql$/;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Reads the migrations in order of name. Line endings do not count for the checksum. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!FILE_NAME.test(name)) {
        throw new StartProblem(
          `The migration "${name}" has a name we cannot order. Name it like 20261122_1200__organisations__create.sql.`,
        );
      }
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database at `url` to the state the migrations describe, each in a transaction of its
 * own. Two processes may call this at once: the second waits, and finds nothing left to do.
 *
 * @returns the names of the files applied now, in order.
 */
export async function migrate(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'staffroom migrate' });
  await client.connect();
  try {
    // The usual start has nothing to do and need not wait for anyone.
    if (unapplied(migrations, await readApplied(client)).length === 0) return [];

    await client.query('select pg_advisory_lock($1)', [locks.migrate]);
    await client.query(
      `create table if not exists migration (
         name text primary key,
         checksum text not null,
         applied_at timestamptz not null
       )`,
    );
    const todo = unapplied(migrations, await readApplied(client));
    for (const migration of todo) await apply(client, migration);
    return todo.map(({ name }) => name);
  } finally {
    // Closing the connection gives the lock back.
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const exists = await client.query(`select to_regclass('migration') is not null as yes`);
  if (!exists.rows[0].yes) return new Map();
  const { rows } = await client.query('select name, checksum from migration');
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function unapplied(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new StartProblem(
      `This database was last used by a newer Staffroom: it knows ${unknown.at(-1)}, this copy does not. ` +
        'Start the newer copy, or restore the backup made before the upgrade.',
    );
  }
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new StartProblem(
        `The migration ${name} was changed after it had been applied to this database. ` +
          'Put the file back as it was, and write the change as a new migration.',
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, $3)', [
      name,
      checksum,
      new Date(),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed and was undone: ${describe(error, sql)}`, { cause: error });
  }
}

/** The server's words, with the line of the file they are about. */
function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = Number((error as { position?: string }).position);
  if (!position) return error.message;
  return `${error.message} (line ${sql.slice(0, position).split('\n').length})`;
}
