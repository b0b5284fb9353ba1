import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { scene } from './needs.scene.ts';

test('priorities are read by all staff, changed by those who lead learning, and come back when taken away by mistake', async () => {
  const { site, school, ann, asLeader } = await scene();
  await asLeader.post('/school/priorities', {
    title: 'Talk for learning',
    about: 'Pupils reason aloud.',
    starts_on: '2026-09-01',
  });
  const asAnn = await site.as(ann);
  assert.match((await asAnn.get('/school/priorities')).text, /Talk for learning/);
  assert.equal(
    (await asAnn.post('/school/priorities', { title: 'Mine', starts_on: '2026-09-01' })).status,
    403,
  );
  for (const kind of ['pupil', 'guest'] as const)
    assert.equal(
      (await (await site.as(await makePerson(site.db, school, { kind }))).get('/school/priorities')).status,
      403,
    );
  const { id } = await site.db
    .selectFrom('school_priority')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const wrong = await asLeader.post(`/school/priorities/${id}/edit`, {
    title: 'Talk',
    starts_on: '2026-09-01',
    ends_on: '2026-08-01',
  });
  assert.equal(wrong.status, 422);
  await asLeader.post(`/school/priorities/${id}/end`);
  assert.doesNotMatch((await asAnn.get('/school/priorities')).text, /Talk for learning/);
  await asLeader.post(`/school/priorities/${id}/restore`);
  assert.match((await asAnn.get('/school/priorities')).text, /Talk for learning/);
  assert.equal(
    (
      await (
        await site.as(await makePerson(site.db, school, { roles: [role.head] }))
      ).get('/school/priorities/new')
    ).status,
    200,
  );
});
