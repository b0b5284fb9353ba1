import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Refused } from '#platform/errors.ts';
import { readTar, tarLimits } from './read-tar.ts';
import { tar } from './tar.test-helper.ts';

const refuses = async (bytes: Uint8Array, says: RegExp, limits = tarLimits): Promise<void> =>
  assert.rejects(
    readTar(bytes, undefined, limits),
    (error: unknown) => error instanceof Refused && says.test(error.message),
  );

test('files of a gzipped tar are read, long names too, and only what is wanted is kept', async () => {
  const long = `${'folder/'.repeat(30)}a.txt`;
  const packed = gzipSync(
    tar([
      ['a.txt', 'words'],
      ['b/c', 'x'.repeat(70_000)],
      ['empty', ''],
      [long, 'deep'],
      ['users.xml', 'no'],
    ]),
  );
  const archive = await readTar(packed, (path) => path !== 'users.xml');
  assert.deepEqual(
    [...archive].map(([path, { bytes }]) => [path, bytes]),
    [
      ['a.txt', 5],
      ['b/c', 70_000],
      ['empty', 0],
      [long, 4],
    ],
  );
  assert.equal(Buffer.from(archive.get(long)!.open()).toString(), 'deep');
});

test('links, names that lead out, doubles and bombs are refused', async () => {
  for (const name of ['../x', '/x', 'C:\\x', 'a/../../b'])
    await refuses(gzipSync(tar([[name, 'x']])), /outside itself/);
  for (const type of ['1', '2', '3', '4', '6'])
    await refuses(gzipSync(tar([['a', '', type]])), /links instead of files/);
  await refuses(
    gzipSync(
      tar([
        ['a', 'x'],
        ['a', 'y'],
      ]),
    ),
    /twice/,
  );
  await refuses(
    gzipSync(Buffer.concat([tar([['a', 'x']]).subarray(0, 1024), Buffer.alloc(20_000_000, 'a')])),
    /too large|damaged/,
  );
  await refuses(gzipSync(tar([['a', Buffer.alloc(20_000_000).toString('latin1')]])), /too large/);
  await refuses(gzipSync(tar([['a', 'xxxxx']])), /too large/, { ...tarLimits, entryBytes: 4 });
  const many = Array.from({ length: 60 }, (_, at): [string, string] => [`${at}`, '']);
  await refuses(gzipSync(tar(many)), /more than 50 files/, { ...tarLimits, entries: 50 });
});

test('whatever is broken says so', async () => {
  const whole = gzipSync(tar([['a', 'x'.repeat(3000)]]));
  await refuses(whole.subarray(0, whole.length - 20), /damaged/);
  await refuses(gzipSync(tar([['a', 'x'.repeat(3000)]]).subarray(0, 2000)), /damaged/);
  await refuses(gzipSync(Buffer.alloc(2000, 'x')), /damaged/);
  await refuses(Buffer.from('no gzip at all'), /damaged/);
});
