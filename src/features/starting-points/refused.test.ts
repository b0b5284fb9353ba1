import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { endMembers, insertMember } from '#features/people/index.ts';
import { scene, share } from './starting-points.scene.ts';

test('a colleague who moved to another school of the trust opens nothing there that was shared with them by name', async () => {
  const { site, school, asAnn, address } = await scene();
  const bea = await makePerson(site.db, school, { name: 'Bea Moss' });
  assert.equal((await share(asAnn, address, `person:${bea.personId}`)).status, 303);
  assert.equal((await (await site.as(bea)).get(address)).status, 200);

  const other = await makeSchool(site.db, 'Hill Lane Primary');
  const names = { givenName: 'Bea', familyName: 'Moss' };
  await endMembers(site.db, school.id, [bea.personId], '2026-11-18', site.clock.now);
  await insertMember(site.db, other.id, { personId: bea.personId, kind: 'staff', ...names }, site.clock.now);
  const there = await site.as({ ...bea, organisationId: other.id });
  for (const path of [address, `${address}/share`, `${address}/history`])
    assert.equal((await there.get(path)).status, 403, path);
  assert.equal((await there.post(`${address}/copy`)).status, 403);
});

test('whoever may read but is refused to change is not written down as having opened it', async () => {
  const { site, programme, ann, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  const openings = async () =>
    (
      await site.db.selectFrom('access_log').select('manner').where('owner_id', '=', ann.personId).execute()
    ).map(({ manner }) => manner);
  for (const page of ['/edit', '/history'])
    assert.equal((await asSpecialist.get(address + page)).status, 403, page);
  assert.equal((await asSpecialist.post(`${address}/end`)).status, 403);
  assert.deepEqual(await openings(), []);
  assert.equal((await asSpecialist.get(address)).status, 200);
  assert.deepEqual(await openings(), ['page']);
});
