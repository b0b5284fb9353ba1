import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageNumberOf } from './page-number.ts';

test('the address asks for a page of a list by its number', () => {
  assert.equal(pageNumberOf('2'), 2);
  assert.equal(pageNumberOf('9999'), 9999);
});

test('whatever else somebody typed is the first page', () => {
  for (const typed of [undefined, '', '0', '-1', '1.5', '1e300', '10000', 'last', ' 2'])
    assert.equal(pageNumberOf(typed), 1, String(typed));
});
