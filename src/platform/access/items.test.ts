import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../db/ids.ts';
import { transaction } from '../db/transaction.ts';
import { testDatabase } from '#test/database.ts';
import { startOfTests } from '#test/site.ts';
import { audienceOf, type Grant, principals } from './items.ts';

test('two people who share with the same people for the first time, at once, come to the same audience', async () => {
  const { db } = await testDatabase();
  const owner = newId();
  const grants: Grant[] = [{ principal: principals.person(newId()), ability: 'read' }];
  const firstMade = Promise.withResolvers<void>();
  const secondWaits = Promise.withResolvers<void>();

  const first = transaction(db, async (tx) => {
    const id = await audienceOf(tx, owner, grants, startOfTests);
    firstMade.resolve();
    await secondWaits.promise;
    return id;
  });
  await firstMade.promise;
  const second = transaction(db, (tx) => audienceOf(tx, owner, grants, startOfTests));
  // The second has looked, found nothing, and waits for the first to commit.
  setTimeout(() => secondWaits.resolve(), 100);

  assert.equal(await second, await first);
  const kept = await db.selectFrom('audience_grant').selectAll().where('owner_id', '=', owner).execute();
  assert.equal(kept.length, 1);
});
