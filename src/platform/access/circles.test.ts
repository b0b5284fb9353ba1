import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { testDatabase } from '#test/database.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests as at } from '#test/site.ts';
import { joinCircle, leaveCircle, makeCircle, nameCircle, rejoinCircle } from './circles.ts';

const tomorrow = new Date(at.getTime() + 86_400_000);

async function begin() {
  const { db } = await testDatabase();
  const school = await makeSchool(db);
  const ann = await makePerson(db, school);
  const tomos = await makePerson(db, school);
  const circle = { ownerId: school.id, circleId: newId(), part: 'partner' };
  const made = {
    ownerId: school.id,
    id: circle.circleId,
    kind: 'partnership',
    name: 'Two',
    excludesManagers: true,
  };
  await makeCircle(db, made, at);
  const epoch = async () =>
    (await db.selectFrom('access_epoch').select('epoch').where('owner_id', '=', school.id).executeTakeFirst())
      ?.epoch ?? 0;
  const people = () =>
    db
      .selectFrom('circle_member')
      .select(['person_id as personId', 'starts_at as since', 'ends_at as until'])
      .where('owner_id', '=', school.id)
      .orderBy('starts_at')
      .execute();
  return { db, school, ann: ann.personId, tomos: tomos.personId, circle, epoch, people };
}

test('whoever joins a circle is in it, and nobody’s remembered standing is used again', async () => {
  const { db, ann, tomos, circle, epoch, people } = await begin();
  const before = await epoch();
  assert.deepEqual(await joinCircle(db, circle, [ann, tomos, ann], at), [ann, tomos]);
  assert.ok((await epoch()) > before);
  assert.equal((await people()).length, 2);
});

test('joining again changes nothing while one is in it, and begins anew after one left', async () => {
  const { db, ann, circle, epoch, people } = await begin();
  await joinCircle(db, circle, [ann], at);
  const before = await epoch();
  assert.deepEqual(await joinCircle(db, circle, [ann], tomorrow), []);
  assert.equal(await epoch(), before);
  assert.deepEqual(await people(), [{ personId: ann, since: at, until: null }]);
  await leaveCircle(db, circle, ann, at);
  assert.deepEqual(await joinCircle(db, circle, [ann], tomorrow), [ann]);
  assert.deepEqual(await people(), [{ personId: ann, since: tomorrow, until: null }]);
});

test('leaving taken back is as if one had not left; it is for those who left, and said at once', async () => {
  const { db, ann, tomos, circle, epoch, people } = await begin();
  await joinCircle(db, circle, [ann], at);
  assert.equal(await rejoinCircle(db, circle, ann), false, 'nothing to take back');
  assert.equal(await rejoinCircle(db, circle, tomos), false, 'never in it');
  await leaveCircle(db, circle, ann, tomorrow);
  const before = await epoch();
  assert.equal(await rejoinCircle(db, circle, ann), true);
  assert.ok((await epoch()) > before);
  assert.deepEqual(await people(), [{ personId: ann, since: at, until: null }]);
});

test('leaving ends one part and is said at once; leaving twice is no leaving', async () => {
  const { db, ann, circle, epoch, people } = await begin();
  await joinCircle(db, circle, [ann], at);
  await joinCircle(db, { ...circle, part: 'invited' }, [ann], at);
  const before = await epoch();
  assert.equal(await leaveCircle(db, circle, ann, tomorrow), true);
  assert.ok((await epoch()) > before);
  assert.deepEqual((await people()).map(({ until }) => until?.getTime()).toSorted(), [
    tomorrow.getTime(),
    undefined,
  ]);
  assert.equal(await leaveCircle(db, circle, ann, tomorrow), false);
});

test('a circle is named anew', async () => {
  const { db, school, circle } = await begin();
  await nameCircle(db, school.id, circle.circleId, 'Three');
  const row = await db
    .selectFrom('circle')
    .select('name')
    .where('owner_id', '=', school.id)
    .executeTakeFirst();
  assert.equal(row?.name, 'Three');
});
