import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSource, root, sourceFiles, withoutComments } from './imports.ts';

test('every package that the program depends on is imported by it', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const files = (await sourceFiles()).filter((file) => /^(src|seeds|scripts)\//.test(file));
  const program = withoutComments((await Promise.all(files.map(readSource))).join('\n'));
  const unused = Object.keys(dependencies).filter(
    (name) => !new RegExp(`(?:from|import\\()\\s*['"]${name}(?:/[^'"]*)?['"]`).test(program),
  );
  assert.deepEqual(unused, []);
});
