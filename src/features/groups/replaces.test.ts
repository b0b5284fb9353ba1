import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeAwayPeople } from './people/people.take-away.ts';
import { scene } from './people/people.scene.ts';

test('what a group takes the place of goes into one’s own archive, and into nobody else’s', async () => {
  const { start, ask, answer, site, world, idOf } = await scene();
  const href = await start('scenario');
  await ask(href, 'partner');
  await answer(href, 'partner', 'yes', { replaces: 'The Tuesday meeting' });
  const archive = async (who: 'partner' | 'teacher') =>
    JSON.stringify(await takeAwayPeople(site.db, idOf(who), [world.school.id]));
  assert.match(await archive('partner'), /The Tuesday meeting/);
  assert.doesNotMatch(await archive('partner'), /Come along/);
  assert.match(await archive('teacher'), /Come along/);
  assert.doesNotMatch(await archive('teacher'), /The Tuesday meeting/);
});

test('what a group takes the place of is asked of whoever starts, comes or asks, and changed on one’s own page', async () => {
  const { as, start, idOf, site } = await scene();
  const href = await start('scenario', 'teacher', { joining: 'open', replaces: 'The Monday meeting' });
  const [teacher, colleague] = [await as('teacher'), await as('colleague')];
  const asking = await colleague.get(`${href}/ask`);
  const names = [...asking.text.matchAll(/<textarea[^>]*name="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['words', 'replaces']);
  const asked = await colleague.post(`${href}/ask`, { words: 'May I?', replaces: 'The choir' });
  assert.equal(asked.status, 303, asked.text);
  assert.match((await colleague.get('/groups/hours')).text, /The choir/);

  const mine = (await teacher.get('/groups/hours')).text;
  assert.match(mine, /The Monday meeting/);
  assert.doesNotMatch(mine, /The choir/, 'only one’s own words');
  assert.doesNotMatch((await colleague.get('/groups/hours')).text, /The Monday meeting/);
  const saved = await teacher.post(`${href}/replaces`, { replaces: 'Playground duty' });
  assert.equal(saved.status, 303, saved.text);
  const after = (await teacher.get('/groups/hours')).text;
  assert.match(after, /Playground duty/);
  assert.doesNotMatch(after, /The Monday meeting/);
  await teacher.post(`${href}/replaces`, { replaces: '' });
  assert.match((await teacher.get('/groups/hours')).text, /You have not said yet/);
  const stranger = await as('partner');
  assert.equal((await stranger.post(`${href}/replaces`, { replaces: 'Mine' })).status, 404);
  const kept = await site.db
    .selectFrom('group_replaces')
    .select(['owner_id', 'words'])
    .where('owner_id', 'in', [idOf('teacher'), idOf('partner'), idOf('colleague')])
    .execute();
  assert.deepEqual(kept, [{ owner_id: idOf('colleague'), words: 'The choir' }]);
});
