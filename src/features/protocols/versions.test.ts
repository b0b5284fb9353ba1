import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutFields, publishable, scene, stepFields } from './protocols.scene.ts';
import { protocolOf, protocolToStart, selectProtocolLines } from './protocol-of.ts';

/** What is published stays as it is; a later version is another. */

test('what runs from a version stays on it; the list of versions says what changed', async () => {
  const { site, school, asLeader, asAnn } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/publish`, { version: 4 });
  await asLeader.post(`${here}/steps/new`, { ...stepFields, title: 'Second meeting', week: 3 });
  assert.match((await asLeader.get(here)).text, /It has changed since version 1 was published/);
  const ref = { ownerId: school.id, protocol: 'own-marking-club' };
  const steps = async (version: number) =>
    (await protocolOf(site.db, { ...ref, version }))!.stages.flatMap((stage) =>
      stage.steps.map(({ id }) => id),
    );
  assert.deepEqual(await steps(1), ['first-meeting']);
  await asLeader.post(`${here}/publish`, { version: 5 });
  assert.deepEqual(await steps(1), ['first-meeting']);
  assert.deepEqual(await steps(2), ['first-meeting', 'second-meeting']);
  assert.equal((await protocolToStart(site.db, school.id, 'own-marking-club'))!.version, 2);
  const versions = await asLeader.get(`${here}/versions`);
  assert.match(versions.text, /Steps added<\/dt>\s*<dd>“Second meeting”/);
  assert.match(versions.text, /The first\./);
  const older = await asAnn.get('/protocols/own-marking-club?version=1');
  assert.match(older.text, /You see version 1; the school has published version 2 since/);
  assert.doesNotMatch(older.text, /Second meeting/);
});

test('nothing is published that was changed since one looked, or that lacks something', async () => {
  const { asLeader, template } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/steps/first-meeting/save`, { ...stepFields, minutes: 45, version: 4 });
  const late = await asLeader.post(`${here}/publish`, { version: 4 });
  assert.match(late.text, /changed since you looked/);
  await asLeader.post(`${here}/steps/first-meeting/remove`);
  assert.match((await asLeader.post(`${here}/publish`, { version: 6 })).text, /still to do/);
  assert.equal((await template('own-marking-club')).published_version, null);
});

test('put away, nothing new starts from it and its page says so; brought back, it is there again', async () => {
  const { site, school, asLeader, asAnn } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/publish`, { version: 4 });
  await asLeader.post(`${here}/withdraw`);
  const names = async () => (await selectProtocolLines(site.db, school.id)).map(({ id }) => id);
  assert.ok(!(await names()).includes('own-marking-club'));
  assert.equal(await protocolToStart(site.db, school.id, 'own-marking-club'), undefined);
  const page = await asAnn.get('/protocols/own-marking-club');
  assert.match(page.text, /groups that run go on/);
  assert.doesNotMatch(page.text, /Start a group/);
  assert.match((await asLeader.get('/protocols/mine')).text, /Put away/);
  assert.match((await asLeader.post(`${here}/publish`, { version: 4 })).text, /Bring it back first/);
  await asLeader.post(`${here}/restore`);
  assert.ok((await names()).includes('own-marking-club'));
});

test('a draft changed back to what was published needs no new version', async () => {
  const { asLeader } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/publish`, { version: 4 });
  assert.match((await asLeader.get(here)).text, /published as it stands here, as version 1/);
  await asLeader.post(`${here}/about`, { ...aboutFields, title: 'Other', version: 4 });
  assert.match((await asLeader.get(here)).text, /Publish version 2/);
  await asLeader.post(`${here}/back/4`);
  assert.match((await asLeader.get(here)).text, /published as it stands here, as version 1/);
});

test('a list that is not there, and an address that names a part of every object, are not found', async () => {
  const { asLeader } = await scene();
  const here = await publishable(asLeader);
  for (const below of ['/lists/constructor', '/lists/toString', '/steps/none', '/stages/none', '/lists/none'])
    assert.equal((await asLeader.get(here + below)).status, 404, below);
});
