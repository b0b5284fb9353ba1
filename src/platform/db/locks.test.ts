import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#test/database.ts';
import { newId } from './ids.ts';
import { aloneWith, locks } from './locks.ts';

test('each lock has a number of its own', () => {
  const numbers = Object.values(locks);
  assert.equal(new Set(numbers).size, numbers.length);
});

test('only one does the work at a time, and the lock is free afterwards, also when the work fails', async () => {
  const { db } = await testDatabase();
  const inside = async () => aloneWith(db, locks.setUp, 'busy', async () => 'done');
  assert.equal(await aloneWith(db, locks.setUp, 'busy', inside), 'busy');
  await assert.rejects(
    aloneWith(db, locks.setUp, undefined, () => Promise.reject(new Error('no luck'))),
    /no luck/,
  );
  assert.equal(await inside(), 'done');
});

test('a lock for one organisation leaves the others alone', async () => {
  const { db } = await testDatabase();
  const [ours, theirs] = [newId(), newId()];
  const at = (id: string) => () => aloneWith(db, [locks.import, id], 'busy', async () => 'done');
  assert.equal(await aloneWith(db, [locks.import, ours], 'busy', at(ours)), 'busy');
  assert.equal(await aloneWith(db, [locks.import, ours], 'busy', at(theirs)), 'done');
});

test('when the connection breaks under the work, what broke it is heard', async () => {
  const { db } = await testDatabase();
  const losing = aloneWith(db, locks.import, undefined, async (connection) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db);
    await sql`select 1`.execute(connection).catch(() => undefined);
    throw new Error('the true reason');
  });
  await assert.rejects(losing, /the true reason/);
});
