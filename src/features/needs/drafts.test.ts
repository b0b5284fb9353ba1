import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, scene, send } from './needs.scene.ts';

test('what was being written is there when one comes back, for its writer alone, until it is sent', async () => {
  const { site, asLeader, ann, bea } = await scene();
  await ask(site, asLeader);
  const asAnn = await site.as(ann);
  const { id } = await site.db
    .selectFrom('needs_asking')
    .select('id')
    .where('owner_id', '=', ann.organisationId)
    .executeTakeFirstOrThrow();
  await asAnn.post('/drafts/keep', { draft_key: `needs:${id}`, 'most-1-words': 'Half a thought about' });
  assert.match((await asAnn.get('/needs/autumn-needs')).text, /Half a thought about/);
  assert.doesNotMatch((await (await site.as(bea)).get('/needs/autumn-needs')).text, /Half a thought/);
  site.queries.length = 0;
  await asAnn.get('/needs/autumn-needs');
  assert.ok(site.queries.length <= 4, String(site.queries.length));
  await send(asAnn, { 'most-1-words': 'A whole thought', draft_key: `needs:${id}` });
  assert.doesNotMatch((await asAnn.get('/needs/autumn-needs')).text, /Half a thought/);
});

test('a question and a priority that were begun are there when the leader comes back, unticked boxes unticked', async () => {
  const { asLeader } = await scene();
  await asLeader.post('/drafts/keep', { draft_key: 'needs-asking:new', title: 'Spring needs', whom: 'all' });
  const asking = (await asLeader.get('/school/needs/new')).text;
  assert.match(asking, /value="Spring needs"/);
  assert.doesNotMatch(asking, /type="checkbox"[^>]* checked/);
  await asLeader.post('/drafts/keep', { draft_key: 'priority:new', title: 'Talk in every lesson' });
  assert.match((await asLeader.get('/school/priorities/new')).text, /value="Talk in every lesson"/);
});
