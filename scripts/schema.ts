/** Writes what the migrated database looks like: migrations/schema.txt and the types for Kysely. */
import { writeFile } from 'node:fs/promises';
import { schemaFiles } from '#platform/db/schema/schema-files.ts';
import { cloneDatabase } from '#test/server.ts';

const database = await cloneDatabase();
try {
  for (const { path, text } of await schemaFiles(database.url)) await writeFile(path, text);
} finally {
  await database.drop();
}
