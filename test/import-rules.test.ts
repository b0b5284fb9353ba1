import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImports, type Import } from './imports.ts';

/** Features stand on the interface, the interface on the platform; a feature is entered by its index. */

const imports = await readImports();

const describe = ({ from, to, line }: Import): string => `${from}:${line} imports ${to}`;
const layerOf = (path: string): string =>
  /^src\/(platform|ui|features|browser)\//.exec(path)?.[1] ?? path.split('/')[0]!;
const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string): boolean => /\.(?:test|test-helper|fixture|scene)\.ts$/.test(path);

/** What each part of the program may import from. */
const allowed: Record<string, readonly string[]> = {
  platform: ['platform'],
  ui: ['ui', 'platform'],
  features: ['features', 'ui', 'platform'],
  browser: ['browser'],
  src: ['src', 'features', 'ui', 'platform', 'seeds'],
};

const program = imports.filter(({ from }) => from.startsWith('src/') && !isTest(from));

test('features import the interface, the interface the platform, never the other way', () => {
  const wrong = program.filter(({ from, to }) => !allowed[layerOf(from)]!.includes(layerOf(to)));
  assert.deepEqual(wrong.map(describe), []);
});

test('a feature reaches another through its index alone', () => {
  const wrong = imports.filter(({ from, to }) => {
    const target = featureOf(to);
    if (target === undefined || target === featureOf(from)) return false;
    return to !== `src/features/${target}/index.ts` && !(isTest(from) && isTest(to));
  });
  // What a test or a command outside needs of a feature stands in the index as well.
  assert.deepEqual(wrong.filter(({ from }) => from.startsWith('src/')).map(describe), []);
});

test('the room of appraisal reaches into no room of learning', () => {
  const open = ['appraisal', 'evidence', 'people'];
  const wrong = program.filter(({ from, to }) => {
    const room = featureOf(to);
    return featureOf(from) === 'appraisal' && room !== undefined && !open.includes(room);
  });
  assert.deepEqual(wrong.map(describe), []);
});

test('what runs in the browser imports nothing of the server', () => {
  const wrong = program.filter(({ from, to }) => layerOf(from) === 'browser' && layerOf(to) !== 'browser');
  assert.deepEqual(wrong.map(describe), []);
});

test('a view shows what it is given: it asks the database nothing', () => {
  const asks = (name: string): boolean => /^(select|insert|update|delete|count)[A-Z]/.test(name);
  const wrong = program.filter(({ from, names }) => from.endsWith('.view.ts') && names.some(asks));
  assert.deepEqual(wrong.map(describe), []);
});

test('nothing is imported in a circle', () => assert.deepEqual(circles(program), []));

/** Circles of files that need one another to run; imports of types alone are gone by then. */
function circles(edges: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly } of edges)
    if (!typeOnly) targets.set(from, [...(targets.get(from) ?? []), to]);
  const found = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at !== -1) return void found.add([...path.slice(at), file].join(' → '));
    if (done.has(file)) return;
    path.push(file);
    for (const next of targets.get(file) ?? []) walk(next);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) walk(file);
  return [...found];
}
