import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { scene, share } from './starting-points.scene.ts';
import { takeAwayStartingPoints } from './starting-points.take-away.ts';

test('notes of a talk are for the two who talked: the interviewer writes, the teacher replies', async () => {
  const { site, school, programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  assert.match(
    (await asSpecialist.get(`${address}/interview`)).text,
    /What would you see if their learning changed/,
  );
  assert.equal(
    (await asAnn.post(`${address}/interview`, { held_on: '2026-11-18', pupils: 'x' })).status,
    403,
  );
  const early = await asSpecialist.post(`${address}/interview`, { held_on: '2027-05-01', pupils: 'x' });
  assert.equal(early.status, 422);
  assert.match(early.text, /This day is still to come\. Choose the day you talked\./);
  const begun = await asSpecialist.post(`${address}/interview`, {
    held_on: '2026-11-18',
    pupils: 'Starts from Owen and Mali',
  });
  assert.match(begun.to, /^\/interview-notes\//);
  await deliver(site);
  assert.match((await asAnn.get(address)).text, /Sian Lloyd, 18 November 2026/);
  assert.match(
    (await asAnn.get('/me/seen')).text,
    /Sian Lloyd<\/strong>\s+opened your account of starting points to write something about it/,
    'their own notes: nobody but Ann works on her words',
  );
  assert.match((await asAnn.get(begun.to)).text, /Starts from Owen and Mali/);
  assert.equal((await asAnn.get(`${begun.to}/edit`)).status, 403);
  assert.equal(
    (await asAnn.post(`${begun.to}/edit`, { held_on: '2026-11-18', version: 1, pupils: 'Mine' })).status,
    403,
  );
  assert.equal((await asSpecialist.post(`${begun.to}/reply`, { reply: 'Mine', version: 1 })).status, 403);

  // The two halves do not stand in each other's way.
  assert.equal((await asAnn.post(`${begun.to}/reply`, { reply: 'And Tomos', version: 1 })).status, 303);
  assert.equal(
    (await asSpecialist.post(`${begun.to}/edit`, { held_on: '2026-11-18', version: 1, pupils: 'Owen, Mali' }))
      .status,
    303,
  );
  const moved = { held_on: '2026-11-19', version: 2, pupils: 'Owen, Mali' };
  assert.equal((await asSpecialist.post(`${begun.to}/edit`, moved)).status, 422, 'no talk lies ahead');
  const stale = await asSpecialist.post(`${begun.to}/edit`, {
    held_on: '2026-11-18',
    version: 1,
    pupils: 'Old',
  });
  assert.equal(stale.status, 409);
  assert.match((await asSpecialist.get(begun.to)).text, /And Tomos/);

  const again = await asSpecialist.post(`${address}/interview`, { held_on: '2026-11-17', pupils: 'Second' });
  assert.equal(again.status, 422);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(begun.to)).status, 403, each);
    assert.equal((await browser.post(`${begun.to}/reply`, { reply: 'x', version: 1 })).status, 403, each);
  }
  await asAnn.post(`${address}/unshare`, { with: `circle:${programme}:specialist` });
  assert.equal((await asSpecialist.get(begun.to)).status, 200);
  assert.equal((await asSpecialist.get(address)).status, 403);
});

test('a person takes their starting points and replies along; the notes themselves stay', async () => {
  const { site, school, ann, programme, asAnn, asSpecialist, address } = await scene();
  await share(asAnn, address, `circle:${programme}:specialist`);
  const begun = await asSpecialist.post(`${address}/interview`, {
    held_on: '2026-11-18',
    pupils: 'Owen and Mali',
  });
  await asAnn.post(`${begun.to}/reply`, { reply: 'And Tomos', version: 1 });
  const sections = await takeAwayStartingPoints(site.db, ann.personId, [school.id]);
  const text = JSON.stringify(sections);
  assert.match(text, /quiet table/);
  assert.match(text, /And Tomos/);
  assert.doesNotMatch(text, /Owen/);
  assert.match(sections[0]!.stays, /school’s keeping/);
});
