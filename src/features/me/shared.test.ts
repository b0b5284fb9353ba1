import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, share } from '#features/starting-points/starting-points.scene.ts';
import { makeManager, makePerson, makeSchool } from '#test/factories.ts';

const fieldsOf = (address: string, kind = 'starting-points') => {
  const [, , owner, item] = address.split('/');
  return { owner: owner!, item: item!, kind };
};

/** Where the button "Undo" of the page that comes next leads. */
const undoIn = (page: string): string => /action="(\/me\/shared\/[^"]+\/again)"/.exec(page)?.[1] ?? '';

test('what I shared stands with whom it is shared, and one button takes it back and can be undone', async () => {
  const { site, programme, asAnn, asSpecialist, address } = await scene();
  assert.match((await asAnn.get('/me/shared')).text, /You have shared nothing/);
  await share(asAnn, address, `circle:${programme}:specialist`);
  const list = (await asAnn.get('/me/shared')).text;
  assert.match(list, new RegExp(`href="${address}">Before reading`));
  assert.match(list, /Shared with .*specialist.* of Reading together/);
  assert.equal((await asSpecialist.get(address)).status, 200);

  const stopped = await asAnn.post('/me/shared/stop', fieldsOf(address));
  assert.equal(stopped.status, 303, stopped.text);
  assert.equal((await asSpecialist.get(address)).status, 403);
  const after = (await asAnn.get('/me/shared')).text;
  assert.match(after, /You have shared nothing/);

  assert.equal((await asSpecialist.post(undoIn(after))).status, 404, 'another’s undo does nothing');
  assert.equal((await asAnn.post(undoIn(after))).status, 303);
  assert.equal((await asSpecialist.get(address)).status, 200);

  site.queries.length = 0;
  await asAnn.get('/me/shared');
  assert.ok(site.queries.length <= 4, String(site.queries.length));
});

test('nobody stops or lists the sharing of another', async () => {
  const { site, school, programme, ann, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  const manager = await makePerson(site.db, school);
  await makeManager(site.db, school, manager, ann);
  const others = [
    asSpecialist,
    await site.as(manager),
    await site.as(await makePerson(site.db, school, { roles: ['head', 'cpd-leader', 'administrator'] })),
    await site.as(await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { roles: ['head'] })),
  ];
  for (const other of others) {
    assert.equal((await other.post('/me/shared/stop', fieldsOf(address))).status, 403);
    assert.doesNotMatch((await other.get('/me/shared')).text, /Before reading/);
  }
  assert.equal((await asSpecialist.get(address)).status, 200);
  assert.equal((await asAnn.post('/me/shared/stop', fieldsOf(address, 'programme'))).status, 404);
  assert.equal((await asAnn.post('/me/shared/stop', fieldsOf(address, 'try-out'))).status, 404);
});

test('what I took away waits for me, and comes back as it was', async () => {
  const { programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  assert.match((await asAnn.get('/me/ended')).text, /You have taken nothing away/);
  await asAnn.post(`${address}/end`);
  const list = (await asAnn.get('/me/ended')).text;
  assert.match(list, /Before reading/);
  assert.match(list, new RegExp(`action="${address}/restore"`));
  assert.doesNotMatch((await asSpecialist.get('/me/ended')).text, /Before reading/);
  await asAnn.post(`${address}/restore`);
  assert.equal((await asSpecialist.get(address)).status, 200);
});
