import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../db/ids.ts';
import { testDatabase } from '#test/database.ts';
import type { Notice } from './notices.ts';
import { settleMatter } from './settle-matter.ts';

const now = new Date('2026-11-18T16:30:00Z');
const matter = { fromOwner: newId(), itemId: newId() };
const [ann, bea] = [newId(), newId()];
const toSign = (personId: string, dueAt: Date | null = null): Omit<Notice, 'fromOwner' | 'itemId'> => ({
  personId,
  kind: 'sign',
  subjectKey: 'one',
  href: '/one',
  dueAt,
});

test('lists say what is true now: what is needed stands open, what is not is done, and needed again is open again', async () => {
  const { db } = await testDatabase();
  const settle = (...waiting: Omit<Notice, 'fromOwner' | 'itemId'>[]) =>
    settleMatter(db, { ...matter, personIds: [ann, bea] }, waiting, now);
  const open = async (): Promise<string[]> =>
    (
      await db
        .selectFrom('notice')
        .select('owner_id')
        .where('owner_id', 'in', [ann, bea])
        .where('done_at', 'is', null)
        .execute()
    ).map((row) => row.owner_id);

  await settle(toSign(ann), toSign(bea));
  await settle(toSign(ann), toSign(bea));
  assert.deepEqual((await open()).toSorted(), [ann, bea].toSorted());
  await settle(toSign(bea));
  assert.deepEqual(await open(), [bea]);
  await settle(toSign(ann));
  assert.deepEqual(await open(), [ann]);
  await settle();
  assert.deepEqual(await open(), []);
});

test('what somebody put aside stays aside until it has another day', async () => {
  const { db } = await testDatabase();
  const settle = (dueAt: Date | null) =>
    settleMatter(db, { ...matter, personIds: [ann] }, [toSign(ann, dueAt)], now);
  const mine = () =>
    db
      .selectFrom('notice')
      .select(['done_at', 'mailed_at'])
      .where('owner_id', '=', ann)
      .executeTakeFirstOrThrow();
  await settle(now);
  await db
    .updateTable('notice')
    .set({ done_at: now, aside_at: now, mailed_at: now })
    .where('owner_id', '=', ann)
    .execute();
  await settle(now);
  assert.ok((await mine()).done_at);
  await settle(new Date('2026-12-01T07:00:00Z'));
  assert.deepEqual(await mine(), { done_at: null, mailed_at: null });
});
