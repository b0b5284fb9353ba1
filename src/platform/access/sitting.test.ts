import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { testDatabase } from '#test/database.ts';
import { type Manner, Openings } from './open.ts';
import type { Who } from './who.ts';

const { db } = await testDatabase();
const begin = new Date('2026-11-18T10:00:00Z');
const after = (minutes: number): Date => new Date(begin.getTime() + minutes * 60_000);

/** An item of somebody, and how often the log of its owner says that it was opened. */
function logged() {
  const item = { ownerId: newId(begin), id: newId(begin), kind: 'try-out', authorId: newId(begin) };
  const reader = { personId: newId(begin), purpose: 'learning' } as Who;
  return {
    item,
    reader,
    async open(manner: Manner, minutes: number, who: Who = reader): Promise<void> {
      const openings = new Openings();
      openings.note(who, item, manner);
      await openings.write(db, who, after(minutes));
    },
    async lines(): Promise<string[]> {
      const rows = await db
        .selectFrom('access_log')
        .select(['manner', 'at'])
        .where('owner_id', '=', item.ownerId)
        .where('item_id', '=', item.id)
        .orderBy('at')
        .orderBy('manner')
        .execute();
      return rows.map(({ manner, at }) => `${manner} ${(at.getTime() - begin.getTime()) / 60_000}`);
    },
  };
}

test('what somebody comes back to within half an hour is one line, and later another', async () => {
  const { open, lines } = logged();
  for (const minutes of [0, 1, 29, 30, 45, 61]) await open('page', minutes);
  assert.deepEqual(await lines(), ['page 0', 'page 30', 'page 61']);
});

test('reading and writing about it are lines of their own, and so is each who reads and each purpose', async () => {
  const { reader, open, lines } = logged();
  await open('page', 0);
  await open('change', 1);
  await open('change', 2);
  await open('page', 3, { ...reader, personId: newId(begin) } as Who);
  await open('page', 4, { ...reader, purpose: 'evaluation' } as Who);
  assert.deepEqual(await lines(), ['page 0', 'change 1', 'page 3', 'page 4']);
});

for (const manner of ['export', 'file', 'feed', 'override'] as const)
  test(`${manner}: each time is written, however soon it comes again`, async () => {
    const { open, lines } = logged();
    for (const minutes of [0, 1, 2]) await open(manner, minutes);
    assert.deepEqual(
      await lines(),
      [0, 1, 2].map((minutes) => `${manner} ${minutes}`),
    );
    await open('page', 3);
    assert.equal((await lines()).at(-1), 'page 3', 'and hides no page that is opened afterwards');
  });

test('the same item of another person, and another item of the same, are not taken for it', async () => {
  const first = logged();
  const { reader, open } = first;
  await open('page', 0);
  const openings = new Openings();
  const other = { ...first.item, id: newId(begin) };
  openings.note(reader, other, 'page');
  openings.note(reader, first.item, 'page');
  await openings.write(db, reader, after(5));
  const rows = await db
    .selectFrom('access_log')
    .select('item_id')
    .where('owner_id', '=', first.item.ownerId)
    .execute();
  assert.deepEqual(rows.map(({ item_id }) => item_id).toSorted(), [first.item.id, other.id].toSorted());
});
