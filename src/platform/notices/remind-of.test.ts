import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../db/ids.ts';
import { testDatabase } from '#test/database.ts';
import { remindOf } from './remind-of.ts';

const now = new Date('2026-11-18T16:30:00Z');
const { db } = await testDatabase();

function reminder() {
  const personId = newId();
  const put = (beginsAt: string) =>
    remindOf(
      db,
      [
        {
          personId,
          fromOwner: personId,
          kind: 'session',
          subjectKey: 'one',
          itemId: null,
          href: '/one',
          dueAt: new Date(beginsAt),
          beginsAt: new Date(beginsAt),
        },
      ],
      now,
    );
  const set = (columns: { done_at?: Date; aside_at?: Date; told_at?: Date; mailed_at?: Date }) =>
    db.updateTable('notice').set(columns).where('owner_id', '=', personId).execute();
  const row = () =>
    db
      .selectFrom('notice')
      .select(['begins_at', 'done_at', 'told_at', 'mailed_at'])
      .where('owner_id', '=', personId)
      .executeTakeFirstOrThrow();
  return { put, set, row };
}

test('said again it changes nothing, nor is it told of again', async () => {
  const { put, set, row } = reminder();
  await put('2026-11-19T15:40:00Z');
  await set({ told_at: now, mailed_at: now });
  await put('2026-11-19T15:40:00Z');
  const begins_at = new Date('2026-11-19T15:40:00Z');
  assert.deepEqual(await row(), { begins_at, done_at: null, told_at: now, mailed_at: now });
});

test('what was done and stands again waits again; what was put aside waits again when it has moved, and is told anew', async () => {
  const { put, set, row } = reminder();
  await put('2026-11-19T15:40:00Z');
  await set({ done_at: now, told_at: now });
  await put('2026-11-19T15:40:00Z');
  assert.deepEqual([(await row()).done_at, (await row()).told_at], [null, now]);
  await set({ done_at: now, aside_at: now });
  await put('2026-11-19T15:40:00Z');
  assert.deepEqual((await row()).done_at, now);
  await put('2026-11-19T16:00:00Z');
  assert.deepEqual([(await row()).done_at, (await row()).told_at], [null, null]);
});
