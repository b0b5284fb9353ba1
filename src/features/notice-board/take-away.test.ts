import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeAwayNotices } from './notice-board.take-away.ts';
import { scene } from './notice-board.scene.ts';

test('one takes away what one put up and what one said one has read; nothing of anybody else', async () => {
  const { as, putUp, db, people, school } = await scene();
  const mine = await putUp('huw', { must_read: 'yes', title: 'Mine' });
  await putUp('tomos', { title: 'Another’s' });
  await (await as('tomos')).post(`${mine}/read`, { version: '1' });
  const titles = async (who: 'huw' | 'tomos' | 'owain') =>
    (await takeAwayNotices(db, people[who].personId, [school.id])).map(({ title, entries }) => [
      title,
      entries.map((each) => each.title),
    ]);
  assert.deepEqual(await titles('huw'), [['Notices I put up', ['Mine']]]);
  assert.deepEqual(await titles('tomos'), [
    ['Notices I put up', ['Another’s']],
    ['Notices I said I have read', ['Mine']],
  ]);
  assert.deepEqual(await titles('owain'), []);
  assert.deepEqual(await takeAwayNotices(db, people.huw.personId, []), []);
});
