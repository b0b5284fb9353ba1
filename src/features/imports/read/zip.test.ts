import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { unpackArchive } from './zip.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const upload = (bytes: Uint8Array) => ({ name: 'bundle.zip', bytes });

test('CSV files are unpacked, what computers add is passed over, and other files are listed', () => {
  const bytes = zipSync({
    'users.csv': text('a'),
    'readme.txt': text('b'),
    __MACOSX: { '._users.csv': text('c') },
    '.DS_Store': text('d'),
  });
  const unpacked = unpackArchive(upload(bytes));
  assert.deepEqual(
    unpacked.files.map(({ name }) => name),
    ['users.csv'],
  );
  assert.deepEqual(unpacked.leftOut, ['readme.txt']);
  assert.deepEqual(unpacked.problems, []);
});

test('an archive that would fill the memory is refused before anything is unpacked', () => {
  const bomb = zipSync({ 'users.csv': new Uint8Array(5_000_000), 'orgs.csv': new Uint8Array(5_000_000) });
  assert.ok(bomb.length < 20_000);
  const unpacked = unpackArchive(upload(bomb), { entries: 10, totalBytes: 8_000_000 });
  assert.deepEqual(unpacked.files, []);
  assert.equal(unpacked.problems[0]?.code, 'archive-too-large');
});

test('an archive that lies about its sizes unpacks to no more than it says', () => {
  const bomb = zipSync({ 'users.csv': new Uint8Array(5_000_000) });
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  for (let at = 0; at < bomb.length - 4; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  const unpacked = unpackArchive(upload(bomb));
  const size = unpacked.files.reduce((sum, file) => sum + file.bytes.length, 0);
  assert.ok(size <= 100, `${size} bytes`);
});

test('too many files are refused', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.csv`, text('a')]));
  assert.equal(
    unpackArchive(upload(zipSync(many)), { entries: 10, totalBytes: 100 }).problems[0]?.code,
    'archive-too-many',
  );
});

test('folders, and paths that climb out of the archive, are refused with what to do', () => {
  for (const name of ['school/users.csv', '../users.csv', '/etc/users.csv', '..\\users.csv']) {
    const { files, problems } = unpackArchive(upload(zipSync({ [name]: text('a') })));
    assert.deepEqual(files, []);
    assert.equal(problems[0]?.code, 'archive-folder');
    assert.match(problems[0]?.advice ?? '', /not the folder/);
  }
});

test('half an archive is said to be unreadable', () => {
  const whole = zipSync({ 'users.csv': text('a,b\n'.repeat(1000)) });
  assert.equal(
    unpackArchive(upload(whole.slice(0, whole.length / 2))).problems[0]?.code,
    'archive-unreadable',
  );
});
