import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './sheet.ts';

test('a sheet quotes what would break a line or a cell', () => {
  assert.equal(
    csv([
      ['Name', 'Words'],
      ['Puw, Ffion', 'She said "no"\nand left'],
      [3, null],
    ]),
    '\uFEFFName,Words\r\n"Puw, Ffion","She said ""no""\nand left"\r\n3,\r\n',
  );
});

test('what somebody typed is never a formula to a spreadsheet', () => {
  assert.equal(csv([['=1+1', '-2', '@x', '+3', -2]]), "\uFEFF'=1+1,'-2,'@x,'+3,-2\r\n");
});
