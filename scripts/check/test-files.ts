import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root } from './root.ts';

/** Those that take longest go first, so that no process ends long after the others. */
const longest = [
  'test/all-routes-in-browser.test.ts',
  'seeds/one-school.test.ts',
  'test/all-routes.test.ts',
  'test/journeys/',
  'test/all-changes.test.ts',
];

/** Every test file whose path contains one of the given parts; all of them when none are given. */
export async function findTestFiles(parts: readonly string[]): Promise<string[]> {
  const found = await Array.fromAsync(glob('{src,test,scripts,seeds,bench}/**/*.test.ts', { cwd: root }));
  return found
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((file) => join(root, file));
}

const rank = (file: string): number => {
  const place = longest.findIndex((beginning) => file.startsWith(beginning));
  return place === -1 ? longest.length : place;
};

/** The room, or the room within one, that a test file belongs to: 'src/features/needs'. Elsewhere none. */
function roomOf(file: string): string | undefined {
  const [room, within] =
    /^(src\/features\/[^/]+)(?:\/[^/]+(?=\/))?/.exec(relative(root, file).replaceAll(sep, '/')) ?? [];
  return [room, within].find((folder) => folder && existsSync(join(root, folder, 'index.ts')));
}

/**
 * Files by the process they share, whose name is that of their room. Each process reads the whole program in and
 * compiles what runs often: a file by itself spends more on that than on its tests.
 */
export const inRooms = (files: readonly string[]): Map<string, string[]> =>
  Map.groupBy(files, (file) => roomOf(file) ?? relative(root, file));
