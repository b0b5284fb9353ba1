import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stale } from '#platform/errors.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { newId } from '../db/ids.ts';
import { keepText, selectText, selectTexts, throwStale } from './text-versions.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 18, 16, minute));

/** Two versions of one text, the first written by Ann, the second by Bea. */
async function scene() {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const [ann, bea] = [
    await makePerson(db, school, { name: 'Ann Lee' }),
    await makePerson(db, school, { name: 'Bea Moss' }),
  ];
  const of = { ownerId: school.id, id: newId() };
  await keepText(db, of, 1, { says: 'first' }, ann.personId, at(1));
  await keepText(db, of, 2, { says: 'second' }, bea.personId, at(2));
  return { db, of, ann, bea };
}

test('every version can be read again, the newest first, with who wrote it and when', async () => {
  const { db, of } = await scene();
  assert.deepEqual(await selectTexts(db, of), [
    { version: 2, writtenBy: 'Bea Moss', writtenAt: at(2), fields: { says: 'second' } },
    { version: 1, writtenBy: 'Ann Lee', writtenAt: at(1), fields: { says: 'first' } },
  ]);
  assert.deepEqual(await selectText(db, of, 1), { says: 'first' });
  assert.equal(await selectText(db, of, 3), undefined);
  assert.deepEqual(await selectTexts(db, { ...of, id: newId() }), []);
});

test('a version that was kept stays as it was', async () => {
  const { db, of, bea } = await scene();
  await keepText(db, of, 1, { says: 'something else' }, bea.personId, at(3));
  assert.deepEqual(await selectText(db, of, 1), { says: 'first' });
});

test('whoever saves too late is told who wrote the text as it stands, or that somebody did', async () => {
  const { db, of, bea } = await scene();
  const fields = [{ name: 'says', label: 'What it says', text: 'second' }];
  const stale = (version: number) =>
    throwStale(db, of, { version, fields }, at(9)).then(
      () => assert.fail('it was not refused'),
      (error: unknown) => {
        assert.ok(error instanceof Stale);
        return error.current;
      },
    );
  assert.deepEqual(await stale(2), {
    version: 2,
    fields,
    writerId: bea.personId,
    writtenBy: 'Bea Moss',
    writtenAt: at(2),
  });
  assert.deepEqual(await stale(7), {
    version: 7,
    fields,
    writerId: null,
    writtenBy: 'Somebody',
    writtenAt: at(9),
  });
});
