import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './sessions.scene.ts';

test('whoever designs the programme goes from a step to the place where it is changed', async () => {
  const all = await scene();
  const link = new RegExp(`href="${all.base}/design/steps/1"[^]*?Change this step`);
  assert.match((await (await all.as('lead')).get(`${all.base}/steps/1`)).text, link);
  for (const name of ['ann', 'nia', 'specialist', 'head'] as const)
    assert.doesNotMatch(
      (await (await all.as(name)).get(`${all.base}/steps/1`)).text,
      /Change this step/,
      name,
    );
});

test('of a draft nothing is done, whatever its days', async () => {
  const all = await scene();
  all.site.clock.set('2026-11-30T09:00:00Z');
  const lead = await all.as('lead');
  assert.match((await lead.get(`${all.base}/steps/1`)).text, /First seminar, 18 Nov 2026, past/);
  await lead.post(`${all.base}/withdraw`);
  const page = (await lead.get(`${all.base}/steps/1`)).text;
  assert.match(page, /First seminar, 18 Nov 2026, planned/);
  assert.doesNotMatch(page, /, past<|Who was here/);
  const marked = await (await all.as('nia')).post(`${all.base}/steps/1/attendance/everybody`);
  assert.equal(marked.status, 422);
  assert.match(marked.text, /can be marked once it is published/);
});
