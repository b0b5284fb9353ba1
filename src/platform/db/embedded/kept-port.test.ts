import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { keptPort } from './kept-port.ts';

test('a server listens where it listened before, unless another program took that port meanwhile', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-port-'));
  context.after(() => rm(folder, { recursive: true }));
  const first = await keptPort(folder);
  assert.ok(first > 0);
  assert.equal(await keptPort(folder), first);

  const other = createServer();
  await new Promise<void>((listening) => other.listen(first, '127.0.0.1', listening));
  const second = await keptPort(folder);
  other.close();
  assert.notEqual(second, first);
  assert.equal(await keptPort(folder), second);
});
