import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { root } from './root.ts';

export interface TestFiles {
  /** Unit, feature and route tests. */
  tests: string[];
  /** Walks through the whole site in a real browser. */
  journeys: string[];
}

/** Those that take longest go first, so that neither of two processes ends long after the other. */
const longest = ['test/all-routes-in-browser.test.ts', 'test/all-routes.test.ts'];

/** Every test file whose path contains one of the given parts; all of them when none are given. */
export async function findTestFiles(parts: readonly string[]): Promise<TestFiles> {
  const found = await Array.fromAsync(glob('{src,test,scripts,seeds,bench}/**/*.test.ts', { cwd: root }));
  const wanted = found
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const absolute = (files: string[]) => files.map((file) => join(root, file));
  return {
    tests: absolute(wanted.filter((file) => !file.startsWith('test/journeys/'))),
    journeys: absolute(wanted.filter((file) => file.startsWith('test/journeys/'))),
  };
}

const rank = (file: string): number => {
  const place = longest.indexOf(file);
  return place === -1 ? longest.length : place;
};
