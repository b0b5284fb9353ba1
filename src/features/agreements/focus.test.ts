import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { scene } from './agreements.scene.ts';

test('what a teacher wrote for themself is copied by their own tick and stays private otherwise', async () => {
  const { partnership, teacher, partner, site, world } = await scene();
  const href = await partnership();
  const written = await teacher.post('/my-learning/starting-points', {
    title: 'This year',
    pupils: 'Mali never speaks',
    beliefs: 'I talk too much',
  });
  assert.equal(written.status, 303, written.text);
  const mine = (await teacher.get(`${href}/own-concerns`)).text;
  assert.match(mine, /I talk too much/);
  assert.doesNotMatch((await partner.get(`${href}/own-concerns`)).text, /I talk too much|Mali/);
  const copied = await teacher.post(`${href}/own-concerns`, { words: ['I talk too much'] });
  assert.equal(copied.to, `${href}/write`);
  const seen = (await partner.get(href)).text;
  assert.match(seen, /I talk too much/);
  assert.doesNotMatch(seen, /Mali/);
  assert.equal(
    await site.db
      .selectFrom('agreement')
      .select('version')
      .where('owner_id', '=', world.school.id)
      .executeTakeFirst()
      .then((row) => row?.version),
    1,
  );
});

test('the page says in words where the focus comes from', async () => {
  const { partnership, teacher, whole, site, world } = await scene();
  const priority = newId();
  await site.db
    .insertInto('school_priority')
    .values({
      owner_id: world.school.id,
      id: priority,
      title: 'Reading across subjects',
      about: '',
      starts_on: '2026-09-01',
      created_at: site.clock.now,
    })
    .execute();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0, { focus_own: '', focus_priorities: [priority] }));
  const school = (await teacher.get(href)).text;
  assert.match(school, /comes from the school alone so far/);
  assert.match(school, /Reading across subjects/);
  await teacher.post(`${href}/write`, whole(1, { focus_priorities: [priority] }));
  assert.match((await teacher.get(href)).text, /from the school and from the partners themselves/);
});
