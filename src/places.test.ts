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
const whoIs = async (person: Parameters<typeof makePerson>[2]): Promise<Who> => {
  const standing = await selectStanding(
    db,
    { ...(await makePerson(db, school, person)), locale: 'en-GB', theme: 'auto' },
    { ...school, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-18',
  );
  return new Who(standing, 'learning');
};
const head = await whoIs({ roles: ['head'] });
const parent = await whoIs({ kind: 'family' });
const currentAt = (path: string, who = head): string[] =>
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
  assert.deepEqual(currentAt('/children/1', parent), ['children']);
});

test('every page of somebody signed in stands in one place, but for the one before one is in a school', () => {
  const placeless = features
    .flatMap(({ routes }) => routes)
    .filter(({ sort, access }) => sort === 'page' && access !== 'anyone')
    .map(({ path }) => path)
    .filter((path) => currentAt(path).length !== 1 && currentAt(path, parent).length !== 1);
  assert.deepEqual(placeless, ['/sign-in/school']);
});
