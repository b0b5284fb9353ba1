import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { temporaryFolder } from '#test/server.ts';
import { openHome } from './home.ts';

test('where the database lies in another folder than the data, every start says that both are to be backed up', async (context) => {
  const folder = await mkdtemp(join(temporaryFolder(), 'staffroom-home-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  // The account the server runs as, when root runs the tests, passes through.
  await chmod(folder, 0o711);
  const dataDir = join(folder, 'data');
  const lines: string[] = [];
  openHome(dataDir, (line) => lines.push(line));
  assert.equal(lines.length, 0);

  await writeFile(join(dataDir, 'postgres-is-elsewhere.txt'), `${join(folder, 'other')}\n`);
  for (const start of [1, 2]) {
    const home = openHome(dataDir, (line) => lines.push(line));
    assert.equal(home.folder, join(folder, 'other'));
    assert.equal(lines.length, start);
    assert.match(lines.at(-1)!, /kept in .*other.*Back up both folders/);
  }
});
