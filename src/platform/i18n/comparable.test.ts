import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable } from './comparable.ts';

test('accents, case and marks are forgiven, other scripts are kept', () => {
  assert.equal(comparable('O’Brien-Núñez'), 'o brien nunez');
  assert.equal(comparable('Łukasz', 'STRÖẞLER'), 'lukasz strossler');
  assert.equal(comparable('  عائشة  '), 'عايشة');
  assert.equal(comparable('Anna', 'Puw'), 'anna puw');
});

test('what is left is safe in a search pattern', () => assert.equal(comparable("50%_\\ '; --"), '50'));
