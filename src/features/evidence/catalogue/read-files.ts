import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogueError } from './catalogue-error.ts';

/** Reads the catalogue's files, each checked against its schema. All throw `CatalogueError`. */
interface CatalogueReader {
  /** One file of the catalogue. */
  one<T>(file: string, schema: z.ZodType<T>): T;
  /** A list in one file, followed by what the school added in a file of the same name. */
  list<T>(file: string, schema: z.ZodType<T[]>): T[];
  /** Every `.json` file in a folder, by name, followed by the school's. */
  each<T>(folder: string, schema: z.ZodType<T>): T[];
}

/**
 * @param folder the catalogue that comes with Staffroom
 * @param schoolFolder a school's own additions in the same layout; may be absent
 */
export function catalogueReader(folder: string, schoolFolder?: string): CatalogueReader {
  const namesIn = (root: string, name: string): string[] =>
    existsSync(join(root, name))
      ? readdirSync(join(root, name))
          .filter((file) => file.endsWith('.json'))
          .sort()
          .map((file) => `${name}/${file}`)
      : [];

  return {
    one: (file, schema) => readFile(folder, file, schema),
    list: (file, schema) => [
      ...readFile(folder, file, schema),
      ...(schoolFolder && existsSync(join(schoolFolder, file)) ? readFile(schoolFolder, file, schema) : []),
    ],
    each: (name, schema) =>
      [folder, ...(schoolFolder ? [schoolFolder] : [])].flatMap((root) =>
        namesIn(root, name).map((file) => readFile(root, file, schema)),
      ),
  };
}

function readFile<T>(root: string, file: string, schema: z.ZodType<T>): T {
  const where = join(root, file);
  const result = schema.safeParse(parseJson(where));
  if (!result.success)
    throw new CatalogueError(issuesInWords(result.error.issues).map((issue) => ({ file: where, ...issue })));
  return result.data;
}

function parseJson(where: string): unknown {
  try {
    return JSON.parse(readFileSync(where, 'utf8'));
  } catch (error) {
    throw new CatalogueError([{ file: where, path: '', reason: (error as Error).message }]);
  }
}

/** Where each thing is wrong and why. A union reports one list of issues for each alternative: the closest is shown. */
export function issuesInWords(
  issues: readonly z.core.$ZodIssue[],
  above: readonly PropertyKey[] = [],
): { path: string; reason: string }[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.message === 'Invalid input') {
      const closest = issue.errors.reduce((best, next) => (depth(next) > depth(best) ? next : best));
      return issuesInWords(closest, path);
    }
    return [{ path: z.core.toDotPath(path), reason: issue.message }];
  });
}

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));
