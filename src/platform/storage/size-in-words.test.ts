import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeInWords } from './size-in-words.ts';

test('a limit is said in the largest unit that it fills, rounded down', () => {
  const said = [0, 900, 1023, 1024, 1024 ** 2 - 1, 20 * 1024 ** 2, 4 * 1024 ** 3 + 5].map(sizeInWords);
  assert.deepEqual(said, ['0 bytes', '900 bytes', '1023 bytes', '1 KB', '1023 KB', '20 MB', '4 GB']);
});
