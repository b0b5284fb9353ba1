import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './agreements.scene.ts';

test('what one began to write of a review is there when one comes back', async () => {
  const { partnership, teacher, partner, whole } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  for (const each of [teacher, partner]) await each.post(`${href}/sign`, { version: 1 });
  const form = (await teacher.get(`${href}/review`)).text;
  const key = /name="draft_key" value="([^"]+)"/.exec(form)![1]!;
  await teacher.post('/drafts/keep', { draft_key: key, keep: 'The Friday half hour', version: 0 });
  assert.match((await teacher.get(`${href}/review`)).text, /The Friday half hour/);
  assert.doesNotMatch((await partner.get(`${href}/review`)).text, /The Friday half hour/);
});
