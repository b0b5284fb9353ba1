import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImports, readSource, sourceFiles, withoutComments } from './imports.ts';

/** What a file exports, somebody imports: else it is the file's own business, or nobody's. */

const imports = await readImports();
const isProgram = (file: string): boolean =>
  file.startsWith('src/') && !/(?:\.(?:test|test-helper|fixture|scene)|\.generated)\.ts$/.test(file);

/** The names of values that a source exports, types left out. */
function exportedValues(source: string): string[] {
  const text = withoutComments(source);
  const declared = text.matchAll(
    /^export\s+(?:async\s+)?(?:abstract\s+)?(?:function\*?|const|let|class)\s+(\w+)/gm,
  );
  const listed = text.matchAll(/^export\s+\{([^}]*)\}/gm);
  return [
    ...[...declared].map(([, name]) => name!),
    ...[...listed]
      .flatMap(([, names]) => names!.split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => name.split(/\s+as\s+/).at(-1)!),
  ];
}

test('every value that a file of the program exports is imported somewhere', async () => {
  const taken = new Set(
    imports.flatMap(({ to, names }) => names.map((name) => `${to} ${name.split(/\s/)[0]}`)),
  );
  const takenWhole = new Set(
    imports.filter(({ names, typeOnly }) => names.length === 0 && !typeOnly).map(({ to }) => to),
  );
  const files = (await sourceFiles()).filter((file) => isProgram(file) && !takenWhole.has(file));
  const unused = await Promise.all(
    files.map(async (file) =>
      exportedValues(await readSource(file))
        .filter((name) => !taken.has(`${file} ${name}`))
        .map((name) => `${file} exports ${name}, which nothing imports`),
    ),
  );
  assert.deepEqual(unused.flat(), []);
});

test('exports are found in every form', () => {
  const source = `
export const a = 1, no = 2;
export async function b() {}
export class C {}
export interface No {}
export type { No2 } from './no.ts';
export { d, e as f, type No3 } from './d.ts';
// export const no4 = 1;
`;
  assert.deepEqual(exportedValues(source), ['a', 'b', 'C', 'd', 'f']);
});
