import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enqueue } from '#platform/jobs/outbox.ts';
import { idIn, ofThree, visitIn } from '#features/agreements/agreements.scene.ts';

test('leaving and coming back told late, or again, change nothing that was said since', async () => {
  const { site, world, teacher, partner, href, idOf, jobs } = await ofThree();
  const to = visitIn((await teacher.get(href)).text);
  const told = async (kind: string, more: object) => {
    const body = { itemId: idIn(href), actorId: idOf('partner'), ...more };
    await enqueue(site.db, world.school.id, kind, body, { at: site.clock.now });
    await jobs();
  };
  await jobs();
  const leftAt = site.clock.now.toISOString();
  await partner.post(`${href}/leave`, {});
  await jobs();
  assert.match((await teacher.get(to)).text, /Called off\. It was to be/);
  await told('agreement.returned', { leftAt });
  assert.match((await teacher.get(to)).text, /Called off\. It was to be/, 'they have left again since');
  site.clock.move(60_000);
  await partner.post(`${href}/come-back`);
  await jobs();
  assert.match((await teacher.get(to)).text, /Agreed for Wednesday 25 November/);
  await told('agreement.left', { at: leftAt });
  assert.match((await teacher.get(to)).text, /Agreed for Wednesday 25 November/, 'they are back since');
});
