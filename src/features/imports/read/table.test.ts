import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from './table.ts';

const read = (text: string) => readTable(text, 'list.csv');
const cells = (text: string) => read(text).rows.map((row) => row.cells);

test('comma, semicolon and tab are found by looking', () => {
  assert.deepEqual(read('a,b\n1,2').delimiter, ',');
  assert.deepEqual(read('a;b\n"1,5";2,5\n3,5;4').delimiter, ';');
  assert.deepEqual(read('a\tb\n1\t2').delimiter, '\t');
  assert.deepEqual(cells('Name, all of it;Role\nSmith, Anna;Teacher'), [['Smith, Anna', 'Teacher']]);
});

test('a first line of sep=; settles the delimiter, and lines are still those of the file', () => {
  const table = read('sep=;\r\na;b\r\n1;2\r\n');
  assert.deepEqual(table.header, ['a', 'b']);
  assert.deepEqual(table.rows, [{ line: 3, cells: ['1', '2'] }]);
});

test('a line break in quotes belongs to the value, and the next row keeps the line it has in the file', () => {
  const table = read('a,b\n"one\ntwo",2\n3,"say ""hi"""\n');
  assert.deepEqual(table.rows, [
    { line: 2, cells: ['one\ntwo', '2'] },
    { line: 4, cells: ['3', 'say "hi"'] },
  ]);
});

test('blank lines, spaces round headings and delimiters after the last column are passed over', () => {
  const table = read('\n Name , Role ,,\n\nAnna,Teacher,,\n,,,\n');
  assert.deepEqual(table.header, ['Name', 'Role']);
  assert.deepEqual(table.rows, [{ line: 4, cells: ['Anna', 'Teacher'] }]);
  assert.deepEqual(table.problems, []);
});

test('lines may end as on Windows, as on Linux, and as on an old Macintosh', () => {
  for (const end of ['\r\n', '\n', '\r']) {
    assert.deepEqual(cells(`a,b${end}1,2${end}"3",4${end}`), [
      ['1', '2'],
      ['3', '4'],
    ]);
  }
});

test('a row with too many values is a problem with its line, and is left out', () => {
  const table = read('a,b\n1,2,3\n4,5');
  assert.deepEqual(table.rows, [{ line: 3, cells: ['4', '5'] }]);
  assert.deepEqual(table.problems, [
    {
      code: 'row-too-long',
      effect: 'row-left-out',
      file: 'list.csv',
      line: 2,
      column: 'b',
      value: '3',
      message: 'Row 2 has 3 values, but there are 2 columns.',
      advice: 'A value that contains a comma needs quotation marks round it.',
    },
  ]);
});

test('a row that ends early is read with blanks, and said', () => {
  const table = read('a,b,c\n1\n');
  assert.deepEqual(table.rows, [{ line: 2, cells: ['1', '', ''] }]);
  assert.equal(table.problems[0]?.message, 'Row 2 ends before the column “b”.');
});

test('a stray quotation mark costs its own row, which is said, and not the rows after it', () => {
  const table = read(
    'Name,Department\nAnna,"Sci\nBen,Maths\nCai,"Art, Music"\nDee,"Sci"ence\nEli,2" pipes\n',
  );
  assert.deepEqual(table.rows, [
    { line: 3, cells: ['Ben', 'Maths'] },
    { line: 4, cells: ['Cai', 'Art, Music'] },
    { line: 6, cells: ['Eli', '2" pipes'] },
  ]);
  assert.deepEqual(
    table.problems.map(({ code, effect, line, column, value }) => ({ code, effect, line, column, value })),
    [
      { code: 'stray-quote', effect: 'row-left-out', line: 2, column: 'Department', value: '"Sci' },
      { code: 'stray-quote', effect: 'row-left-out', line: 5, column: 'Department', value: '"Sci"ence' },
      { code: 'lone-quote', effect: 'noted', line: 6, column: 'Department', value: '2" pipes' },
    ],
  );
});

test('two columns of one name are said', () => {
  assert.deepEqual(
    read('Email,Name,email\n1,2,3').problems.map(({ code, column }) => ({ code, column })),
    [{ code: 'repeated-column', column: 'email' }],
  );
});

test('an empty file is said to be empty', () => {
  for (const text of ['', '\n\n', ' , ,\n']) assert.equal(read(text).problems[0]?.code, 'empty-file');
});

test('ten thousand rows with quotes and no delimiter are read without going over the file again and again', () => {
  const start = performance.now();
  assert.equal(read(`name\n${'"x"\n'.repeat(100_000)}`).rows.length, 100_000);
  assert.ok(performance.now() - start < 3000);
});
