import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { bareServices } from '#test/bare-services.ts';
import { testDatabase } from '#test/database.ts';
import { newId } from '../db/ids.ts';
import { told, type Told } from './handler.ts';
import { enqueue } from './outbox.ts';
import { type Relay, type RelayOptions, startRelay } from './relay.ts';

const { db } = await testDatabase();
const services = bareServices(db);
const school = newId();

/** Stopped after the test, however it ends. */
const started: Relay[] = [];
afterEach(() => Promise.all(started.splice(0).map((relay) => relay.stop())));

function relay(options: Partial<RelayOptions>): Relay {
  const base = { services, handlers: [], log: () => {}, pollMs: 20, electionMs: 20 };
  const running = startRelay({ ...base, ...options });
  started.push(running);
  return running;
}
const send = (kind: string) => enqueue(db, school, kind, {}, { at: new Date() });

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return;
    await pause(10);
  }
  assert.fail(`waited three seconds in vain: ${what}`);
}

const lockHolders = async () => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.map((row) => row.pid);
};

test('a nudge brings a message at once; without one the poll finds it', async () => {
  let seen = 0;
  const handlers = [told('letter', z.unknown(), async () => void (seen += 1))];
  const slow = relay({ handlers, pollMs: 60_000 });
  await until(async () => (await lockHolders()).length === 1, 'the lock');
  await pause(50);
  await send('letter');
  slow.nudge();
  await until(() => seen === 1, 'the nudged message');
  await slow.stop();

  const quick = relay({ handlers });
  await send('letter');
  await until(() => seen === 2, 'the polled message');
  await quick.stop();
});

test('of two relays one works, and the other takes over when it stops', async () => {
  const seen: string[] = [];
  const named = (name: string) =>
    relay({ handlers: [told('letter', z.unknown(), async () => void seen.push(name))] });
  const first = named('first');
  await until(async () => (await lockHolders()).length === 1, 'the lock');
  const second = named('second');
  await send('letter');
  await until(() => seen.length === 1, 'the first message');
  await first.stop();
  await send('letter');
  await until(() => seen.length === 2, 'the second message');
  assert.deepEqual(seen, ['first', 'second']);
  await second.stop();
  assert.deepEqual(await lockHolders(), [], 'the lock is given back');
});

test('stopping waits for the message under way and begins no other', async () => {
  const seen: string[] = [];
  const begun = Promise.withResolvers<void>();
  const slow = async (message: Told<unknown>) => {
    begun.resolve();
    await pause(60);
    seen.push(message.kind);
  };
  const running = relay({ handlers: [told(['one', 'two'], z.unknown(), slow)] });
  await send('one');
  await begun.promise;
  await send('two');
  await running.stop();
  assert.deepEqual(seen, ['one']);
  const { rows } = await sql<{ kind: string }>`
    select kind from outbox where owner_id = ${school} and done_at is null`.execute(db);
  assert.deepEqual(rows, [{ kind: 'two' }]);
});

test('a relay whose connection is cut says so, comes back, and delivers what waited', async () => {
  const lines: string[] = [];
  let seen = 0;
  const running = relay({
    handlers: [told('letter', z.unknown(), async () => void (seen += 1))],
    log: (line) => lines.push(line),
  });
  await until(async () => (await lockHolders()).length === 1, 'the lock');
  const [pid] = await lockHolders();
  await sql`select pg_terminate_backend(${pid})`.execute(db);
  await send('letter');
  await until(() => seen === 1, 'the message after the cut');
  assert.notEqual((await lockHolders())[0], pid);
  assert.match(lines.join('\n'), /broke off and will begin again/);
  await running.stop();
});
