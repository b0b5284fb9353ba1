import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { refuseStatementsOverOwners, testDatabase } from '#test/database.ts';
import { close, openDatabase } from './database.ts';
import { isLostConnection } from './errors.ts';
import { newId } from './ids.ts';
import { transaction } from './transaction.ts';

const throttle = (key: string, failures = 0) => ({
  key,
  failures,
  first_at: new Date('2026-09-01T08:20:00Z'),
});

test('dates stay text, whole and decimal numbers are numbers, moments are Dates', async () => {
  const { db } = await testDatabase();
  const { rows } = await sql`select date '2026-09-01' as day, 7::int8 as count, 1.5::numeric as hours,
    array[date '2026-09-01'] as days, array[2.5, null]::numeric[] as many, timestamptz '2026-09-01 08:20Z' as at`.execute(
    db,
  );
  assert.deepEqual(rows[0], {
    day: '2026-09-01',
    count: 7,
    hours: 1.5,
    days: ['2026-09-01'],
    many: [2.5, null],
    at: new Date('2026-09-01T08:20:00Z'),
  });
});

test('a statement asked for again runs from the plan the server kept', async () => {
  const { url } = await testDatabase();
  const db = openDatabase(url, { maxConnections: 1 });
  try {
    const one = db.selectFrom('sign_in_throttle').select('failures').where('key', '=', 'a');
    for (let count = 0; count < 3; count++) await one.execute();
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    );
    assert.equal(rows.filter(({ statement }) => statement.includes('sign_in_throttle')).length, 1);
  } finally {
    await close(db);
  }
});

test('each statement is told with its text, parameters and time', async () => {
  const { url } = await testDatabase();
  const told: { sql: string; parameters: readonly unknown[]; durationMs: number }[] = [];
  const db = openDatabase(url, {
    onQuery: (text, parameters, durationMs) => told.push({ sql: text, parameters, durationMs }),
  });
  await db.selectFrom('sign_in_throttle').select('failures').where('key', '=', 'a').execute();
  await close(db);
  assert.equal(told.length, 1);
  assert.match(told[0]!.sql, /from "sign_in_throttle"/);
  assert.deepEqual(told[0]!.parameters, ['a']);
  assert.ok(told[0]!.durationMs > 0 && told[0]!.durationMs < 5_000);
});

test('two people raising the same number at once both count', async () => {
  const { db } = await testDatabase();
  await db.insertInto('sign_in_throttle').values(throttle('a')).execute();
  const raise = () =>
    transaction(
      db,
      async (tx) => {
        const row = await tx.selectFrom('sign_in_throttle').selectAll().executeTakeFirstOrThrow();
        await tx
          .updateTable('sign_in_throttle')
          .set({ failures: row.failures + 1 })
          .execute();
      },
      { isolation: 'serializable', retries: 10 },
    );
  await Promise.all([raise(), raise(), raise()]);
  const row = await db.selectFrom('sign_in_throttle').selectAll().executeTakeFirstOrThrow();
  assert.equal(row.failures, 3);
});

test('a connection lost before the commit: the work is done again, once', async () => {
  const { db } = await testDatabase();
  let attempts = 0;
  await transaction(db, async (tx) => {
    attempts += 1;
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await tx.insertInto('sign_in_throttle').values(throttle('a')).execute();
    if (attempts === 1) await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
    await tx.insertInto('sign_in_throttle').values(throttle('b')).execute();
  });
  assert.equal(attempts, 2);
  assert.equal((await db.selectFrom('sign_in_throttle').selectAll().execute()).length, 2);
});

test('a connection lost while committing is told: nobody knows whether it was done', async () => {
  const { db } = await testDatabase();
  let attempts = 0;
  const work = transaction(db, async (tx) => {
    attempts += 1;
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
  });
  await assert.rejects(work, isLostConnection);
  assert.equal(attempts, 1);
});

test('a database that cannot be reached is a lost connection; a missing file or a silent mail server is none', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:9/nothing');
  await assert.rejects(sql`select 1`.execute(nowhere), isLostConnection);
  await close(nowhere);

  const { db } = await testDatabase();
  for (const code of ['ENOENT', 'EPIPE', 'ETIMEDOUT']) {
    let attempts = 0;
    const work = transaction(db, async () => {
      attempts += 1;
      throw Object.assign(new Error('no such file'), { code });
    });
    await assert.rejects(work, /no such file/);
    assert.equal(attempts, 1, code);
  }
});

test('a mistake in the work is passed on at once, and nothing of it stays', async () => {
  const { db } = await testDatabase();
  let attempts = 0;
  const work = transaction(db, async (tx) => {
    attempts += 1;
    await tx.insertInto('sign_in_throttle').values(throttle('a')).execute();
    throw new Error('no such term');
  });
  await assert.rejects(work, /no such term/);
  assert.equal(attempts, 1);
  assert.deepEqual(await db.selectFrom('sign_in_throttle').selectAll().execute(), []);
});

test('a test sees each statement that ran, and one over many owners is refused', async () => {
  const { db, queries } = await testDatabase();
  await db.selectFrom('member').select('id').where('owner_id', '=', newId()).execute();
  assert.equal(queries.length, 1);

  const strict = openDatabase((await testDatabase()).url, { onQuery: refuseStatementsOverOwners() });
  await assert.rejects(strict.selectFrom('member').select('id').execute(), /whose rows of member/);
  await close(strict);
});
