import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { readRoster } from './index.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const fixture = async (name: string) => ({
  name,
  bytes: new Uint8Array(
    await readFile(new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url)),
  ),
});
const reasons = (name: string, bytes: Uint8Array) =>
  readRoster([{ name, bytes }]).problems.map(({ code }) => code);

test('a zip of a bundle, and the same files loose, are read as OneRoster', async () => {
  const zipped = readRoster([await fixture('one-school.zip')]);
  assert.deepEqual([zipped.source, zipped.people.length], ['oneroster', 430]);
  const loose = readRoster([
    {
      name: 'users.csv',
      bytes: text('sourcedId,givenName,familyName,role,enabledUser,username\nt,A,B,teacher,true,a'),
    },
  ]);
  assert.deepEqual([loose.source, loose.people.length], ['oneroster', 1]);
});

test('lists of staff and of pupils are read together as plain lists, zipped or not', async () => {
  const files = [await fixture('staff-windows-1252.csv'), await fixture('pupils-tab-utf16.csv')];
  const roster = readRoster(files);
  assert.deepEqual([roster.source, roster.people.length], ['plain', 9]);
  const zipped = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  assert.deepEqual(readRoster([{ name: 'lists.zip', bytes: zipped }]).people, roster.people);
});

test('a workbook, also one renamed to .csv, is to be saved as CSV', () => {
  const workbook = zipSync({ '[Content_Types].xml': text('<x/>'), xl: { 'workbook.xml': text('<x/>') } });
  for (const name of ['staff.xlsx', 'staff.csv']) {
    const [problem] = readRoster([{ name, bytes: workbook }]).problems;
    assert.equal(problem?.code, 'workbook');
    assert.match(problem?.advice ?? '', /Save as/);
  }
  assert.deepEqual(reasons('staff.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), ['workbook']);
});

test('a sign-in page saved as CSV, a PDF, an empty file and a picture are told apart', async () => {
  const page = await fixture('sign-in-page.csv');
  assert.deepEqual(reasons(page.name, page.bytes), ['web-page']);
  assert.deepEqual(reasons('list.csv', text('%PDF-1.7')), ['pdf']);
  assert.deepEqual(reasons('list.csv', new Uint8Array()), ['empty-file']);
  assert.deepEqual(reasons('list.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), ['not-text']);
  assert.deepEqual(
    readRoster([]).problems.map(({ code }) => code),
    ['nothing-to-read'],
  );
});

test('no bytes whatever make the reader throw', () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const alphabet = [...'",;\t\r\n\0"ab1/ÿ'].map((letter) => letter.charCodeAt(0));
  for (let round = 0; round < 500; round += 1) {
    const noise = Uint8Array.from(
      { length: Math.floor(random() * 200) },
      () => alphabet[Math.floor(random() * alphabet.length)]!,
    );
    const staff = new Uint8Array([...text('Forename,Surname,Role,Start date\n'), ...noise]);
    const users = new Uint8Array([...text('sourcedId,givenName,familyName,role\n'), ...noise]);
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...noise]);
    for (const [name, bytes] of [
      ['a.csv', noise],
      ['a.csv', staff],
      ['users.csv', users],
      ['manifest.csv', noise],
      ['a.zip', zip],
    ] as const) {
      readRoster([{ name, bytes }]);
    }
  }
});
