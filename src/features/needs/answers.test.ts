import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestPerson } from '#test/factories.ts';
import { ask, scene, send } from './needs.scene.ts';

test('a topic named as most and as least needed is sent back with a sentence beside the field', async () => {
  const { site, ann, asLeader } = await scene();
  const topics = await ask(site, asLeader);
  const [questioning, other] = [...topics.values()];
  const asAnn = await site.as(ann);
  const both = await send(asAnn, { 'most-1-topic': questioning!, 'least-2-topic': questioning! });
  assert.equal(both.status, 422);
  assert.match(both.text, /in your own answer each topic has one place/, 'and it is said before one writes');
  assert.match(both.text, /least-2-topic-error"[^]*?stands among what you need most\. If you need one part/);
  const twice = await send(asAnn, { 'most-1-topic': questioning!, 'most-3-topic': questioning! });
  assert.match(twice.text, /most-3-topic-error"[^]*?stands above already/);
  assert.equal(
    (
      await send(asAnn, {
        'most-1-topic': questioning!,
        'least-1-topic': other!,
        'least-2-words': 'Questions read from a sheet',
      })
    ).status,
    303,
  );
});

test('whoever answered sees on which days the CPD leader read it, once a day for each way', async () => {
  const { site, ann, bea, leader, asLeader } = await scene();
  await ask(site, asLeader);
  await send(await site.as(ann), { 'most-1-words': 'Class talk', 'least-1-words': 'Another tablet' });
  await send(asLeader, { 'most-1-words': 'My own need' });
  const times = async (person: TestPerson) =>
    (
      await site.db
        .selectFrom('access_log')
        .select(['manner', 'item_kind', 'reader_id'])
        .where('owner_id', '=', ann.organisationId)
        .where('subject_id', '=', person.personId)
        .orderBy('id')
        .execute()
    ).map(({ manner, item_kind, reader_id }) => [manner, item_kind, reader_id === leader.personId]);
  await asLeader.get('/school/needs/autumn-needs');
  assert.deepEqual(await times(ann), [], 'counts name nobody');
  await asLeader.get('/school/needs/autumn-needs/said');
  await asLeader.get('/school/needs/autumn-needs/said?side=most');
  assert.deepEqual(await times(ann), [['page', 'needs-answer', true]]);
  await asLeader.get('/school/needs/autumn-needs/answers.csv');
  assert.equal((await times(ann)).length, 2, 'the sheet is another way');
  site.clock.move(24 * 3_600_000);
  const tomorrow = await site.as(leader);
  await tomorrow.get('/school/needs/autumn-needs/said?side=least');
  assert.equal((await times(ann)).length, 3);
  assert.deepEqual(await times(leader), [], 'one’s own answer is not noted');
  assert.deepEqual(await times(bea), [], 'whoever did not answer was not read');
  const seen = (await (await site.as(ann)).get('/me/seen')).text;
  assert.match(seen, /opened your answer about needs/);
  assert.match(seen, /took your answer about needs in a sheet/);
});
