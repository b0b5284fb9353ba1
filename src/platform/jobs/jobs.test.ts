import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { bareServices } from '#test/bare-services.ts';
import { testDatabase } from '#test/database.ts';
import { newId } from '../db/ids.ts';
import { transaction } from '../db/transaction.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { type Job, told, type Told } from './handler.ts';
import { enqueue, pruneOutbox } from './outbox.ts';
import { isParked, retryParked } from './parked.ts';
import { every, lastOccurrence } from './recurring.ts';
import { runDueJobs } from './relay.ts';

const { db } = await testDatabase();
const services = bareServices(db, { now: () => clock });
type Run = (message: Told<unknown>, job: Job) => Promise<void>;
const school = newId();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A clock moved by hand, and what was logged. */
let clock: Date;
let lines: string[];
const wait = (ms: number) => void (clock = new Date(clock.getTime() + ms));
const run = (handlers: Record<string, Run>, more: object = {}) =>
  runDueJobs({
    services,
    handlers: Object.entries(handlers).map(([kind, does]) => told(kind, z.unknown(), does)),
    log: (line) => lines.push(line),
    ...more,
  });
const rows = () =>
  db
    .selectFrom('outbox')
    .select(['id', 'kind', 'attempts', 'done_at', 'failure', 'due_at'])
    .where('owner_id', '=', school)
    .execute();

beforeEach(async () => {
  clock = new Date('2026-11-02T09:00:00Z');
  lines = [];
  await db.deleteFrom('outbox').where('owner_id', '=', school).execute();
  await sql`truncate recurring_job`.execute(db);
});

test('a message is handled once, with what was written, and then done', async () => {
  const seen: Told<unknown>[] = [];
  await transaction(db, (tx) =>
    enqueue(tx, school, 'letter', { to: 'Nia', lines: ['a', 'b'] }, { at: clock }),
  );
  const handlers = { letter: async (message: Told<unknown>) => void seen.push(message) };
  assert.equal(await run(handlers), 1);
  wait(HOUR);
  assert.equal(await run(handlers), 0);
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.ownerId, school);
  assert.deepEqual(seen[0]?.body, { to: 'Nia', lines: ['a', 'b'] });
  assert.deepEqual((await rows())[0]?.done_at, new Date('2026-11-02T09:00:00Z'));
});

test('a change that is rolled back leaves no message', async () => {
  const change = transaction(db, async (tx) => {
    await enqueue(tx, school, 'letter', {}, { at: clock });
    throw new Error('changed my mind');
  });
  await assert.rejects(change, /changed my mind/);
  assert.deepEqual(await rows(), []);
});

test('what is written down twice under one id is one message', async () => {
  const id = newId();
  let seen = 0;
  await enqueue(db, school, 'letter', {}, { at: clock, id });
  await enqueue(db, school, 'letter', {}, { at: clock, id });
  await run({ letter: async () => void (seen += 1) });
  await enqueue(db, school, 'letter', {}, { at: clock, id });
  await run({ letter: async () => void (seen += 1) });
  assert.equal(seen, 1);
});

test('a reminder waits for its day, and the longest waiting comes first', async () => {
  const order: unknown[] = [];
  const remind = async (message: Told<unknown>) => void order.push((message.body as { n: number }).n);
  const due = (hours: number) => new Date(clock.getTime() + hours * HOUR);
  await enqueue(db, school, 'remind', { n: 3 }, { at: clock, dueAt: due(3) });
  await enqueue(db, school, 'remind', { n: 2 }, { at: clock, dueAt: due(2) });
  await enqueue(db, school, 'remind', { n: 1 }, { at: clock, dueAt: due(1) });
  assert.equal(await run({ remind }), 0);
  wait(2 * HOUR);
  await run({ remind });
  assert.deepEqual(order, [1, 2]);
});

test('what a handler enqueues is done in the same run', async () => {
  const seen: string[] = [];
  await enqueue(db, school, 'first', {}, { at: clock });
  await run({
    first: async (_, job) => {
      seen.push('first');
      await enqueue(job.db, school, 'second', {}, { at: job.now() });
    },
    second: async () => void seen.push('second'),
  });
  assert.deepEqual(seen, ['first', 'second']);
});

test('a failing message is tried again at growing distances, keeps its reason, and is parked in the end', async () => {
  const tries: number[] = [];
  const letter = async () => {
    tries.push(clock.getTime());
    throw new Error('the mail server is asleep');
  };
  await enqueue(db, school, 'letter', {}, { at: clock });
  for (let i = 0; i < 72 * 12; i++) {
    await run({ letter });
    wait(5 * MINUTE);
  }
  assert.equal(tries.length, MAX_ATTEMPTS);
  const gaps = tries.slice(1).map((at, i) => at - (tries[i] ?? 0));
  assert.deepEqual(
    gaps,
    [...gaps].sort((a, b) => a - b),
  );
  assert.equal(gaps.at(-1), 24 * HOUR);

  const selectParked = () =>
    db
      .selectFrom('outbox as o')
      .select(['o.id', 'o.failure'])
      .where('o.owner_id', '=', school)
      .where(isParked('o'))
      .execute();
  const parked = await selectParked();
  assert.equal(parked.length, 1);
  assert.equal(parked[0]?.failure, 'Error: the mail server is asleep');
  assert.match(lines.at(-1) ?? '', /letter.*attempt 8.*parked.*asleep/);

  assert.ok(await retryParked(db, { ownerId: school, id: parked[0]!.id }, clock));
  await run({ letter: async () => {} });
  assert.deepEqual(await selectParked(), []);
  assert.equal((await rows())[0]?.failure, null);
});

test('one message that fails does not hold up the others', async () => {
  const seen: string[] = [];
  await enqueue(db, school, 'bad', {}, { at: clock });
  await enqueue(db, school, 'good', {}, { at: clock });
  await run({ bad: () => Promise.reject(new Error('no')), good: async () => void seen.push('good') });
  assert.deepEqual(seen, ['good']);
});

test('a message nobody handles is kept and said, not lost', async () => {
  await enqueue(db, school, 'toString', {}, { at: clock });
  await run({});
  const [row] = await rows();
  assert.equal(row?.done_at, null);
  assert.match(row?.failure ?? '', /Nothing here handles messages of the kind 'toString'/);
});

test('an attempt is counted before it is made, so that a message that stops the server ends up parked', async () => {
  let during: Awaited<ReturnType<typeof rows>> = [];
  await enqueue(db, school, 'fatal', {}, { at: clock });
  await run({ fatal: async () => void (during = await rows()) });
  assert.equal(during[0]?.attempts, 1);
  assert.ok((during[0]?.due_at ?? clock) > clock);
  assert.match(during[0]?.failure ?? '', /begun and not finished/);
});

test('a handler that never ends is told to stop and counts as failed', async () => {
  let told = false;
  await enqueue(db, school, 'slow', {}, { at: clock });
  const slow: Run = (_, { signal }) =>
    new Promise(() => signal.addEventListener('abort', () => (told = true)));
  await run({ slow }, { timeoutMs: 30 });
  assert.ok(told);
  assert.match((await rows())[0]?.failure ?? '', /longer than 0.03 seconds/);
});

test('a handler that goes on past its time is not begun again beside itself, and counts as done when it ends well', async () => {
  let begun = 0;
  const end = Promise.withResolvers<void>();
  await enqueue(db, school, 'slow', {}, { at: clock });
  const handlers = {
    slow: () => {
      begun += 1;
      return end.promise;
    },
  };
  await run(handlers, { timeoutMs: 10 });
  assert.equal((await rows())[0]?.done_at, null);
  wait(HOUR);
  await run(handlers, { timeoutMs: 10 });
  assert.equal(begun, 1, 'begun a second time while the first was at it');
  end.resolve();
  for (let i = 0; i < 300 && (await rows())[0]?.done_at === null; i++) await pause(10);
  assert.deepEqual((await rows())[0]?.done_at, clock);
});

test('a handler that leaves off when its time is over is begun again', async () => {
  let begun = 0;
  await enqueue(db, school, 'long', {}, { at: clock });
  const long: Run = (_, { signal }) =>
    new Promise((done, failed) => {
      begun += 1;
      if (begun === 2) done();
      signal.addEventListener('abort', () => failed(signal.reason));
    });
  await run({ long }, { timeoutMs: 10 });
  wait(HOUR);
  await run({ long }, { timeoutMs: 1000 });
  assert.equal(begun, 2);
  assert.equal(lines.length, 1, 'said once');
});

test('done messages are forgotten after a fortnight, undone ones never', async () => {
  await enqueue(db, school, 'letter', {}, { at: clock });
  await run({ letter: async () => {} });
  await enqueue(db, school, 'later', {}, { at: clock, dueAt: new Date('2030-01-01') });
  wait(15 * 24 * HOUR);
  await run({});
  assert.deepEqual(
    (await rows()).map((row) => row.kind),
    ['later'],
  );
  assert.equal(await pruneOutbox(db, clock), 0);
});

test('a recurring job waits for its first time, runs once for it, and makes good what it missed in one run', async () => {
  let runs = 0;
  const recurring = [every('reminders', { hourlyAt: 5 }, async () => void (runs += 1))];
  await run({}, { recurring });
  assert.equal(runs, 0);
  wait(6 * MINUTE);
  await run({}, { recurring });
  await run({}, { recurring });
  assert.equal(runs, 1);
  wait(7 * HOUR);
  await run({}, { recurring });
  assert.equal(runs, 2);
});

test('a recurring job that fails is tried again later and holds up no other', async () => {
  let tries = 0;
  let others = 0;
  const recurring = [
    every('check', { dailyAt: '09:30' }, async () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    }),
    every('other', { dailyAt: '09:30' }, async () => void (others += 1)),
  ];
  await run({}, { recurring });
  wait(HOUR);
  await run({}, { recurring });
  assert.deepEqual([tries, others], [1, 1]);
  await run({}, { recurring });
  assert.equal(tries, 1, 'not again at once');
  const failure = await sql<{
    failure: string | null;
  }>`select failure from recurring_job where name = 'check'`.execute(db);
  assert.equal(failure.rows[0]?.failure, 'Error: not yet');
  wait(10_000);
  await run({}, { recurring });
  wait(MINUTE);
  await run({}, { recurring });
  assert.equal(tries, 3);
  wait(HOUR);
  await run({}, { recurring });
  assert.deepEqual([tries, others], [3, 1]);
});

test('the last time a schedule asked for is found across midnight', () => {
  const now = new Date('2026-11-02T00:03:00Z');
  assert.equal(lastOccurrence({ hourlyAt: 5 }, now).toISOString(), '2026-11-01T23:05:00.000Z');
  assert.equal(lastOccurrence({ hourlyAt: 3 }, now).toISOString(), '2026-11-02T00:03:00.000Z');
  assert.equal(lastOccurrence({ dailyAt: '02:30' }, now).toISOString(), '2026-11-01T02:30:00.000Z');
  assert.equal(lastOccurrence({ everyMinutes: 10 }, now).toISOString(), '2026-11-02T00:00:00.000Z');
  assert.throws(() => every('x', { everyMinutes: 7 }, async () => {}), RangeError);
  assert.throws(() => every('x', { dailyAt: '25:00' }, async () => {}), RangeError);
  assert.throws(() => every('x', { hourlyAt: 60 }, async () => {}), RangeError);
});
