import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '../start-problem.ts';
import { KeyMissing } from './errors.ts';
import { openKeys } from './keys.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'staffroom-keys-'));
after(() => rm(folder, { recursive: true, force: true }));
let made = 0;
const newFolder = () => path.join(folder, `keys-${++made}`);

const about = '019ab6d2-0000-7000-8000-000000000001';

test('a recording’s key comes back with the key of this installation, also after a restart', async () => {
  const own = newFolder();
  const { key, wrapped } = (await openKeys(own)).newKey(about);
  assert.equal(key.length, 32);
  assert.equal(wrapped.includes(key), false);
  assert.deepEqual((await openKeys(own)).unwrap(wrapped, about), key);
});

test('with another installation’s key, for another recording, or changed, it does not', async () => {
  const keys = await openKeys(newFolder());
  const { wrapped } = keys.newKey(about);
  const others = await openKeys(newFolder());
  assert.throws(() => others.unwrap(wrapped, about), KeyMissing);
  assert.throws(() => keys.unwrap(wrapped, about.replace(/1$/, '2')), KeyMissing);
  assert.throws(() => keys.unwrap(wrapped.subarray(1), about), KeyMissing);
  for (let at = 0; at < wrapped.length; at++) {
    const changed = Buffer.from(wrapped);
    changed[at]! ^= 1;
    assert.throws(() => keys.unwrap(changed, about), KeyMissing, `byte ${at}`);
  }
});

test('the key to nothing says in plain words that it is missing', () =>
  assert.match(new KeyMissing().message, /^The key to this recording is not on this machine/));

test('every key is new, and wrapped differently each time', async () => {
  const keys = await openKeys(newFolder());
  const { key, wrapped } = keys.newKey(about);
  assert.notDeepEqual(keys.newKey(about).key, key);
  assert.notDeepEqual(keys.wrap(key, about), wrapped);
});

test('processes that start at once end with the same key, and nothing else is left', async () => {
  const own = newFolder();
  const starts = Array.from({ length: 4 }, () => {
    const child = fork(fileURLToPath(new URL('keys.test-child.ts', import.meta.url)), [own], {
      stdio: 'ignore',
    });
    return new Promise<string>((resolve, reject) => {
      child.once('message', (wrapped) => resolve(String(wrapped)));
      child.once('error', reject);
    });
  });
  const wrapped = await Promise.all([
    ...starts,
    openKeys(own).then((keys) => keys.newKey(about).wrapped.toString('hex')),
  ]);
  const keys = await openKeys(own);
  for (const each of wrapped) keys.unwrap(Buffer.from(each, 'hex'), about);
  assert.deepEqual(await readdir(own), ['instance.key']);
});

const unix = { skip: process.platform === 'win32' };

test('nobody else on the machine can read the key, also where they could before', unix, async () => {
  const own = newFolder();
  const modes = async () => [
    (await stat(own)).mode & 0o777,
    (await stat(path.join(own, 'instance.key'))).mode & 0o777,
  ];
  await openKeys(own);
  assert.deepEqual(await modes(), [0o700, 0o600]);
  await chmod(own, 0o755);
  await chmod(path.join(own, 'instance.key'), 0o644);
  await openKeys(own);
  assert.deepEqual(await modes(), [0o700, 0o600]);
});

const problem =
  (...words: RegExp[]) =>
  (error: unknown) => {
    assert.ok(error instanceof StartProblem);
    for (const each of words) assert.match(error.message, each);
    return true;
  };

test('a file that holds no key is never replaced, and the message says what to do', async () => {
  const wrong = [
    '',
    'x',
    randomBytes(31).toString('base64url'),
    randomBytes(33).toString('base64url'),
    '!'.repeat(43),
  ];
  for (const text of wrong) {
    const own = newFolder();
    await mkdir(own);
    await writeFile(path.join(own, 'instance.key'), text);
    await assert.rejects(openKeys(own), problem(/does not hold a key/, /Put back the copy/));
    assert.equal(await readFile(path.join(own, 'instance.key'), 'utf8'), text);
  }
});

test('a folder that cannot be used is said with the setting that changes it', async () => {
  const own = newFolder();
  await writeFile(own, 'a file');
  await assert.rejects(openKeys(own), problem(/could not be read or made/, /KEYS_DIR/));
});

test('the key never lies within the data folder, by whatever way', async () => {
  const data = newFolder();
  await mkdir(path.join(data, 'deep'), { recursive: true });
  for (const own of [data, path.join(data, 'keys'), path.join(data, 'deep', 'keys')])
    await assert.rejects(openKeys(own, data), problem(/lies in the data folder/));
  const link = newFolder();
  await symlink(path.join(data, 'deep'), link);
  await assert.rejects(openKeys(link, data), problem(/lies in the data folder/));
  await assert.rejects(stat(path.join(data, 'deep', 'instance.key')), /ENOENT/);
  await openKeys(`${data}-keys`, data);
});
