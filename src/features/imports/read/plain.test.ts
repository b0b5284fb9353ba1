import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type PlainOptions, readPlain } from './plain.ts';

const fixture = async (name: string) => ({
  name,
  bytes: new Uint8Array(
    await readFile(new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url)),
  ),
});
const read = (text: string, options?: PlainOptions, name = 'list.csv') =>
  readPlain([{ name, bytes: new TextEncoder().encode(text) }], options);

test('a staff list with semicolons in Windows-1252 keeps its accents, roles, departments and dates', async () => {
  const roster = readPlain([await fixture('staff-windows-1252.csv')]);
  assert.deepEqual(
    roster.people.map(({ key, givenName, familyName, roles, startsOn }) => [
      key,
      givenName,
      familyName,
      roles,
      startsOn,
    ]),
    [
      ['staff-code:AMO', 'Aoife', 'O’Brien', ['teacher'], '2019-09-01'],
      ['staff-code:RPÉ', 'René', 'Pérez-Núñez', ['teacher', 'mentor'], '2026-09-01'],
      ['staff-code:LLW', 'Siân Angharad', 'Llewelyn-Jones', ['teaching-assistant', 'coach'], '2018-09-03'],
      ['staff-code:HED', 'Gwen', 'Davies', [], '2010-09-01'],
      ['staff-code:WIZ', 'Myrddin', 'Ambrosius', [], '2010-09-01'],
    ],
  );
  assert.equal(roster.people[2]?.preferredName, 'Siân');
  assert.deepEqual(roster.people[3]?.rolesToConfirm, ['headteacher']);
  assert.deepEqual(
    roster.units.map(({ kind, name }) => [kind, name]),
    [
      ['department', 'Maths'],
      ['department', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'],
    ],
  );
  assert.deepEqual(roster.leftOut, ['staff-windows-1252.csv: Favourite colour']);
  assert.deepEqual(
    roster.problems.map(({ line, column, value, message, advice }) => [
      line,
      column,
      value,
      `${message} ${advice}`,
    ]),
    [
      [
        6,
        'E-mail',
        'sian@ysgol',
        '“sian@ysgol” in row 6 is not a whole e-mail address. It should look like name@school.example. The person is brought in without it.',
      ],
      [6, 'Leaving date', '31/6/26', 'We could not read the date in row 6 ("31/6/26"). June has 30 days.'],
      [
        8,
        'Role',
        'Wizard',
        'Row 8 has a role we do not know (“Wizard”). The person is brought in without it. Appoint them afterwards.',
      ],
    ],
  );
});

test('a pupil list with tabs in UTF-16 keeps names from right to left, forms and year groups', async () => {
  const roster = readPlain([await fixture('pupils-tab-utf16.csv')]);
  assert.deepEqual(
    roster.people.map(({ key, givenName, familyName, yearLabel, dateOfBirth }) => [
      key,
      givenName,
      familyName,
      yearLabel,
      dateOfBirth,
    ]),
    [
      ['upn:A820200112001', 'ليلى', 'الحسيني', 'Year 9', '2012-11-03'],
      ['upn:A820200112002', 'נועה', 'כהן', 'Year 8', '2013-02-14'],
      ['upn:A820200112003', 'ŵyn', 'Tŷ-Coed', 'Year 8', '2013-04-05'],
      ['pupil-name:rhys morgan:2013-05-06', 'Rhys', 'Morgan', 'Reception', '2013-05-06'],
    ],
  );
  assert.deepEqual(
    roster.units.map(({ key, kind }) => [key, kind]),
    [
      ['form:9b', 'form'],
      ['form:8a', 'form'],
    ],
  );
  assert.equal(roster.memberships.filter(({ unitKey }) => unitKey === 'form:8a').length, 2);
  assert.ok(roster.people.every(({ kind, roles }) => kind === 'pupil' && roles[0] === 'pupil'));
  assert.deepEqual(
    roster.problems.map(({ code, line }) => [code, line]),
    [
      ['shortened-number', 5],
      ['no-email', 1],
    ],
  );
  assert.deepEqual(roster.leftOut, ['pupils-tab-utf16.csv: Ethnicity']);
});

test('line breaks in quotes, full names, repeated headings and repeated people are all met', async () => {
  const roster = readPlain([await fixture('staff-quoted-line-breaks.csv')]);
  assert.deepEqual(
    roster.people.map(({ givenName, familyName, jobTitle, roles, at }) => [
      givenName,
      familyName,
      jobTitle,
      roles,
      at.line,
    ]),
    [
      ['Anna', 'Smith', 'Teacher of maths\nand numeracy lead', ['teacher', 'mentor'], 2],
      ['Piet', 'van der Berg', 'Head of everything', [], 5],
      ['Ana María', 'de la Cruz', 'Cook', [], 6],
    ],
  );
  assert.deepEqual(
    roster.problems.map(({ code, line }) => [code, line]),
    [
      ['repeated-column', 1],
      ['repeated-person', 7],
      ['split-names', 6],
    ],
  );
  assert.match(roster.problems[1]!.message, /Row 7 \(Anna Smith\) has the same e-mail address as row 2\./);
});

test('nothing is taken from a job title', () => {
  const roster = read('Forename,Surname,Job title\nGwen,Davies,Headteacher\n');
  assert.deepEqual([roster.people[0]?.roles, roster.people[0]?.rolesToConfirm], [[], []]);
  const note = roster.problems.find(({ code }) => code === 'roles-in-titles');
  assert.match(note!.message, /“Headteacher” gives no role here/);
  const withRoles = read('Forename,Surname,Job title,Role\nGwen,Davies,Class teacher,Mentor\n');
  assert.ok(!withRoles.problems.some(({ code }) => code === 'roles-in-titles'), 'a column Role says enough');
});

test('a column Staff no holds the staff code', () => {
  assert.equal(read('Staff no,Forename,Surname\nT7,Anna,Smith\n').people[0]?.key, 'staff-code:T7');
});

test('headings count whatever their case, spaces and marks', () => {
  const roster = read('FIRST_NAME,sur-name,E mail Address,PayrollNo\nAnna,Smith,a@b.example,77\n');
  assert.deepEqual(
    [roster.people[0]?.givenName, roster.people[0]?.familyName, roster.people[0]?.key],
    ['Anna', 'Smith', 'payroll:77'],
  );
});

test('whom a list is of is found by its columns or its name, or asked', () => {
  const list = 'Forename,Surname,Class\nAnna,Smith,3B\n';
  assert.equal(read(list, {}, 'pupils.csv').people[0]?.kind, 'pupil');
  assert.equal(read(list, {}, 'Staff 2026.csv').people[0]?.kind, 'staff');
  assert.deepEqual(
    read(list).problems.map(({ code }) => code),
    ['kind-unknown'],
  );
  assert.equal(read(list, { kind: 'pupils' }).people[0]?.kind, 'pupil');
  assert.equal(read(list, { kind: { 'list.csv': 'staff' } }).people[0]?.kind, 'staff');
});

test('a key is the strongest thing a row has, the same whatever the order of rows and columns', () => {
  const keys = (text: string) =>
    read(text, { kind: 'staff' })
      .people.map(({ key }) => key)
      .sort();
  const one = 'Forename,Surname,Staff code,E-mail,DOB\nA,B,ab1,,\nC,D,,C@D.example,\nÉ,F,,,1/2/1980\n';
  const other = 'DOB,E-mail,Surname,Staff code,Forename\n1/2/1980,,f,,e\n,c@d.example,D,,C\n,,B,AB1,A\n';
  assert.deepEqual(keys(one), ['email:c@d.example', 'staff-code:AB1', 'staff-name:e f:1980-02-01']);
  assert.deepEqual(keys(other), keys(one));
});

test('two people whom nothing tells apart are said, and one is read', () => {
  const roster = read('Forename,Surname,Role\nAnna,Smith,Teacher\nAnna,Smith,Teacher\n');
  assert.equal(roster.people.length, 1);
  assert.match(roster.problems[0]!.message, /nothing tells them apart/);
});

test('dates with the month first are read so when the column shows it', () => {
  const roster = read('Forename,Surname,Start date,Role\nA,B,9/1/2026,\nC,D,9/25/2026,\n');
  assert.deepEqual(
    roster.people.map(({ startsOn }) => startsOn),
    ['2026-09-01', '2026-09-25'],
  );
});

test('a list without names is refused with what to do', () => {
  const roster = read('Colour,Size\nred,1\n');
  assert.deepEqual([roster.people.length, roster.problems[0]?.code], [0, 'no-name-column']);
});

test('a missing name or e-mail address is said with its row and column, and what it means', () => {
  const roster = read(
    'Forename,Surname,Job title,E-mail\nAnna,Smith,Cook,a@b.example\n,Sukarno,Cook,\nBea,,Cook,bad\n',
  );
  assert.deepEqual(
    roster.people.map(({ givenName, familyName }) => [givenName, familyName]),
    [
      ['Anna', 'Smith'],
      ['', 'Sukarno'],
      ['Bea', ''],
    ],
  );
  assert.deepEqual(
    roster.problems.map(({ effect, file, line, column, message }) => [effect, file, line, column, message]),
    [
      ['noted', 'list.csv', 3, 'Forename', 'Row 3 (Sukarno) has no given name.'],
      ['value-left-out', 'list.csv', 4, 'E-mail', '“bad” in row 4 is not a whole e-mail address.'],
      ['noted', 'list.csv', 4, 'Surname', 'Row 4 (Bea) has no family name.'],
      ['noted', 'list.csv', 3, 'E-mail', 'Row 3 (Sukarno) has no e-mail address.'],
    ],
  );
  assert.match(roster.problems[3]!.advice, /can be invited by a link/);
});

test('a list with no e-mail addresses at all says so once, not four hundred times', () => {
  const roster = read('Forename,Surname,Form\nAnna,Smith,3B\nBea,Jones,3B\n');
  assert.deepEqual(
    roster.problems.map(({ line, message }) => [line, message]),
    [[1, 'list.csv has no e-mail addresses.']],
  );
});
