import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../db/ids.ts';
import { testDatabase } from '#test/database.ts';
import type { Notice } from './notices.ts';
import { settleMatter, settleMatters } from './settle-matter.ts';

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

test('many items are settled at one go: each waits for whom it waits, and items that are not spoken for stay as they are', async () => {
  const { db } = await testDatabase();
  const [one, two] = [newId(), newId()];
  const waits = (personId: string, itemId: string) => ({
    personId,
    itemId,
    kind: 'look',
    subjectKey: itemId,
    href: '/look',
    dueAt: null,
  });
  const matters = { fromOwner: matter.fromOwner, personIds: [ann, bea], kinds: ['look'] };
  const open = async () =>
    (
      await db
        .selectFrom('notice')
        .select(['owner_id', 'item_id'])
        .where('owner_id', 'in', [ann, bea])
        .where('done_at', 'is', null)
        .orderBy('created_at')
        .execute()
    ).map(({ owner_id, item_id }) => `${owner_id === ann ? 'Ann' : 'Bea'} ${item_id === one ? 1 : 2}`);
  await settleMatters(db, matters, [waits(ann, one), waits(ann, two)], now);
  assert.deepEqual((await open()).toSorted(), ['Ann 1', 'Ann 2']);
  // Handed on: the first goes to Bea; of the second nothing is said.
  await settleMatters(db, { ...matters, itemIds: [one] }, [waits(bea, one)], now);
  assert.deepEqual((await open()).toSorted(), ['Ann 2', 'Bea 1']);
  await settleMatters(db, matters, [waits(ann, one)], now);
  assert.deepEqual(await open(), ['Ann 1'], 'what was done and waits once more is open again');
  await settleMatters(db, matters, [], now);
  assert.deepEqual(await open(), []);
});
