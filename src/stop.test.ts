import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopInOrder } from './stop.ts';

test('what cannot be stopped does not keep the rest running, and is told', async () => {
  const stopped: string[] = [];
  const all = stopInOrder([
    async () => {
      throw new Error('the demo hangs');
    },
    async () => void stopped.push('site'),
    async () => void stopped.push('database'),
  ]);
  await assert.rejects(all, /the demo hangs/);
  assert.deepEqual(stopped, ['site', 'database']);
});
