import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, MIGRATIONS_FOLDER, readMigrations } from '#platform/db/migrate.ts';
import { testServer } from '#test/server.ts';
import type { AtEnd } from '#test/database.ts';

/** A database as it was before one migration, for tests of what that migration makes of rows of the old shape. */
export interface Before {
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Applies the migration. */
  migrate(): Promise<void>;
}

let made = 0;

/** @param name the file of the migration */
export async function beforeMigration(name: string, atEnd: AtEnd): Promise<Before> {
  const server = await testServer();
  const database = `test_${process.pid}_before_${++made}`;
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-migrations-'));
  await server.createDatabase(database);
  const copy = (file: string) => copyFile(join(MIGRATIONS_FOLDER, file), join(folder, file));
  for (const each of await readMigrations()) if (each.name < name) await copy(each.name);
  const url = server.url(database);
  await migrate(url, folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  atEnd(async () => {
    await client.end();
    await server.dropDatabase(database);
    await rm(folder, { recursive: true });
  });
  return {
    query: async (sql, values) => (await client.query(sql, values && [...values])).rows,
    async migrate() {
      await copy(name);
      await migrate(url, folder);
    },
  };
}
