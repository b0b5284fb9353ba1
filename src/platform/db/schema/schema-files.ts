import { fileURLToPath } from 'node:url';
import { describeSchema } from './describe-schema.ts';
import { readKinds } from './kinds.ts';
import { readSchema } from './read-schema.ts';
import { writeTypes } from './write-types.ts';

const pathTo = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));

/** The files that follow from the database at `url`: what they should contain, and where they belong. */
export async function schemaFiles(url: string): Promise<{ path: string; text: string }[]> {
  const tables = await readSchema(url);
  return [
    { path: pathTo('migrations/schema.txt'), text: describeSchema(tables, readKinds()) },
    { path: pathTo('src/platform/db/schema.generated.ts'), text: writeTypes(tables) },
  ];
}
