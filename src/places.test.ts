import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testDatabase } from '#test/database.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { features } from '#src/features.ts';
import { places } from '#src/places.ts';

const { db } = await testDatabase();
const school = await makeSchool(db);
const head = await makePerson(db, school, { roles: ['head'] });
const standing = await selectStanding(
  db,
  { ...head, locale: 'en-GB', theme: 'auto' },
  { ...school, zone: 'Europe/London', currency: 'GBP' },
  '2026-11-18',
);
const who = new Who(standing, 'learning');
const currentAt = (path: string): string[] =>
  places(who, path)
    .filter(({ current }) => current)
    .map(({ key }) => key);

test('the place one is in is marked, wherever its rooms have their addresses', () => {
  assert.deepEqual(currentAt('/needs/autumn'), ['learning']);
  assert.deepEqual(currentAt('/school/needs/autumn'), ['school']);
  assert.deepEqual(currentAt('/interview-notes/1'), ['learning']);
  assert.deepEqual(currentAt('/programmes'), ['learning']);
  assert.deepEqual(currentAt('/programmes-of-another-kind'), []);
  assert.deepEqual(currentAt('/me/seen'), ['me']);
});

test('every page of somebody signed in stands in one place, but for the one before one is in a school', () => {
  const placeless = features
    .flatMap(({ routes }) => routes)
    .filter(({ sort, access }) => sort === 'page' && access !== 'anyone')
    .map(({ path }) => path)
    .filter((path) => currentAt(path).length !== 1);
  assert.deepEqual(placeless, ['/sign-in/school']);
});
