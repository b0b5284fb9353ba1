import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TooMany } from '#platform/errors.ts';
import { testDatabase } from '#test/database.ts';
import { startOfTests } from '#test/site.ts';
import { failed, few, many, mayTry, succeeded, waitAfter } from './throttle.ts';

const later = (ms: number): Date => new Date(startOfTests.getTime() + ms);
const minute = 60_000;

test('waiting begins after six failures, doubles, and stays within half an hour', () => {
  assert.deepEqual(
    [5, 6, 7, 8, 20].map((failures) => waitAfter(failures, 6) / minute),
    [0, 1, 2, 4, 30],
  );
});

test('an address waits after six failures; another address does not', async () => {
  const { db } = await testDatabase();
  for (let n = 0; n < 6; n++) await failed(db, [few('address ann')], startOfTests);
  await assert.rejects(mayTry(db, [few('address ann'), many('from 10.0.0.1')], startOfTests), TooMany);
  await mayTry(db, [few('address ben')], startOfTests);
  await mayTry(db, [few('address ann')], later(minute + 1));
});

test('a right password clears the address, an hour without failures forgets them', async () => {
  const { db } = await testDatabase();
  for (let n = 0; n < 5; n++) await failed(db, [few('address ann')], startOfTests);
  await succeeded(db, few('address ann'));
  await failed(db, [few('address ann')], startOfTests);
  await mayTry(db, [few('address ann')], startOfTests);

  for (let n = 0; n < 5; n++) await failed(db, [few('address ben')], startOfTests);
  await failed(db, [few('address ben')], later(61 * minute));
  await mayTry(db, [few('address ben')], later(61 * minute));
});

test('a whole school behind one network address is not shut out by six mistakes', async () => {
  const { db } = await testDatabase();
  for (let n = 0; n < 60; n++) await failed(db, [many('from 10.0.0.1')], startOfTests);
  await mayTry(db, [many('from 10.0.0.1')], startOfTests);
});

test('wrong guesses sent all at once count one by one', async () => {
  const { db } = await testDatabase();
  await Promise.all(Array.from({ length: 8 }, () => failed(db, [few('address ann')], startOfTests)));
  const row = await db.selectFrom('sign_in_throttle').selectAll().executeTakeFirstOrThrow();
  assert.equal(row.failures, 8);
  assert.deepEqual(row.blocked_until, later(4 * minute));
});
