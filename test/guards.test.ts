import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expectOutput } from './expect-output.ts';
import { importsOf, withoutComments } from './imports.ts';

/** The tests' own watchmen: would they cry out? */

function statusOf(code: string): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-guards-'));
  const file = join(folder, 'a.test.ts');
  writeFileSync(file, `import { test } from 'node:test';\n${code}`);
  const { NODE_TEST_CONTEXT: _inside, ...env } = process.env;
  const quiet = pathToFileURL(join(import.meta.dirname, 'quiet.ts')).href;
  const { status, stderr } = spawnSync(process.execPath, ['--import', quiet, file], {
    env,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { status, output: stderr };
}

test('a test file in which the program complains fails, and says what was said', () => {
  for (const code of [
    `console.error('Trouble')`,
    `console.warn('Trouble')`,
    `process.emitWarning('Trouble')`,
  ]) {
    const { status, output } = statusOf(`test('passes', () => { ${code} });`);
    assert.equal(status, 1, code);
    assert.match(output, /Unexpected output during the tests: .*Trouble/);
  }
  assert.equal(statusOf(`test('passes', () => {});`).status, 0);
});

test('what a test has announced does not fail it', (t) => {
  expectOutput(t, /expected trouble/);
  console.error('This is expected trouble.'); // oxlint-disable-line no-console
});

test('imports are found in every form, and not in comments', () => {
  const source = `
import { a } from './a.ts';
import type { B } from './b.ts';
import { type C, type D } from '#ui/c.ts';
export { e, type F } from '../e.ts';
import './g.ts';
// import { no } from './no.ts';
/* import { no } from './no.ts'; */
const text = "https://example.org"; const h = await import('./h.ts');
`;
  assert.deepEqual(
    importsOf('src/x/x.ts', source).map(({ to, typeOnly, names }) => [to, typeOnly, names]),
    [
      ['src/x/a.ts', false, ['a']],
      ['src/x/b.ts', true, ['B']],
      ['src/ui/c.ts', true, []],
      ['src/e.ts', false, ['e']],
      ['src/x/g.ts', false, []],
      ['src/x/h.ts', false, []],
    ],
  );
  assert.match(withoutComments(source), /https:\/\/example\.org/);
});
