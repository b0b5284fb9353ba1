import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { bareServices } from '#test/bare-services.ts';
import { testDatabase } from '#test/database.ts';
import { newId } from '../db/ids.ts';
import { told } from './handler.ts';
import { enqueue } from './outbox.ts';
import { runDueJobs } from './relay.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-02T09:00:00Z');
const services = bareServices(db, { now: () => now });
const failureOf = async (ownerId: string) =>
  (await db.selectFrom('outbox').select('failure').where('owner_id', '=', ownerId).executeTakeFirst())
    ?.failure;

test('a handler is given what its schema reads, with the one database and clock of the site', async () => {
  const school = newId();
  const lessonId = newId();
  const seen: unknown[] = [];
  const handler = told(
    'lesson.held',
    z.object({ lessonId: z.uuid(), note: z.string().default('') }),
    async ({ ownerId, body }, job) => void seen.push(ownerId, body, job.db === db, job.now()),
  );
  await enqueue(db, school, 'lesson.held', { lessonId, actorId: null, more: 1 }, { at: now });
  await runDueJobs({ services, handlers: [handler], log: (line) => assert.fail(line) });
  assert.deepEqual(seen, [school, { lessonId, note: '' }, true, now]);
});

test('a message that does not fit what its handler reads fails, and nothing is done', async () => {
  const school = newId();
  const handler = told('lesson.held', z.object({ lessonId: z.uuid() }), async () => assert.fail('told'));
  await enqueue(db, school, 'lesson.held', { lessonId: 7 }, { at: now });
  await runDueJobs({ services, handlers: [handler], log: () => {} });
  assert.match((await failureOf(school)) ?? '', /lessonId/);
});

test('all who hear a kind are told, in the order in which they stand', async () => {
  const seen: string[] = [];
  const hears = (name: string, kinds: string | string[]) =>
    told(kinds, z.unknown(), async ({ kind }) => void seen.push(`${name}: ${kind}`));
  const handlers = [hears('first', ['lesson.held', 'lesson.ended']), hears('second', 'lesson.held')];
  for (const kind of ['lesson.held', 'lesson.ended']) await enqueue(db, newId(), kind, {}, { at: now });
  await runDueJobs({ services, handlers, log: (line) => assert.fail(line) });
  assert.deepEqual(seen, ['first: lesson.held', 'second: lesson.held', 'first: lesson.ended']);
});
