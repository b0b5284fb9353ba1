import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparableName, splitFullName } from './names.ts';

test('accents, case, hyphens and apostrophes do not count when names are compared', () => {
  assert.equal(comparableName('René', 'O’Brien-Núñez'), comparableName('RENE', "O'Brien Nunez"));
  assert.equal(comparableName('Siân', 'Tŷ'), 'sian ty');
  assert.equal(comparableName('Łukasz', 'Strauß'), 'lukasz strauss');
  assert.notEqual(comparableName('ليلى', 'الحسيني'), comparableName('نور', 'الحسيني'));
});

test('a full name is split at its comma, or before its last word and the particles of it', () => {
  const parts = (name: string) => {
    const { givenName, familyName, guessed } = splitFullName(name);
    return [givenName, familyName, guessed];
  };
  assert.deepEqual(parts('Smith, Anna Jane'), ['Anna Jane', 'Smith', false]);
  assert.deepEqual(parts('Anna  Jane Smith'), ['Anna Jane', 'Smith', true]);
  assert.deepEqual(parts('Piet van der Berg'), ['Piet', 'van der Berg', true]);
  assert.deepEqual(parts('الحسيني، ليلى'), ['ليلى', 'الحسيني', false]);
  assert.deepEqual(parts('Sukarno'), ['Sukarno', '', false]);
});
