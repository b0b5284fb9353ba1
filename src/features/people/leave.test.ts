import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notify } from '#platform/notices/notices.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { waitingOn } from '#features/agreements/agreements.scene.ts';
import { addLineManager, insertMemberships, insertUnits } from './index.ts';
import { endMembershipsJob } from './membership-told.ts';

async function office() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const dewi = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
  return { site, school, dewi, browser: await site.as(dewi) };
}

test('the only administrator can neither leave nor lose the role', async () => {
  const { site, school, dewi, browser } = await office();
  const at = `/people/${dewi.personId}`;
  assert.equal((await browser.post(`${at}/leave`, { last: '2026-11-18' })).status, 422);
  const end = /action="(\/people\/[\w-]+\/roles\/[\w-]+\/end)"/.exec((await browser.get(at)).text)![1]!;
  assert.match((await browser.post(end)).text, /only administrator/);
  await makePerson(site.db, school, { roles: ['administrator'] });
  assert.equal((await browser.post(end)).status, 303);
});

test('somebody leaves: roles, classes and managers end, what is theirs does not; undo brings all of it back', async () => {
  const { site, school, dewi, browser } = await office();
  const ann = await makePerson(site.db, school, { name: 'Ann Puw', roles: ['senior-leader'] });
  const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: '5P' }], site.clock.now);
  await insertMemberships(
    site.db,
    school.id,
    [{ unitId: unit!, personId: ann.personId, part: 'teacher' }],
    site.clock.now,
  );
  await addLineManager(
    site.db,
    school.id,
    { managerId: dewi.personId, personId: ann.personId, startsOn: '2026-09-01' },
    site.clock.now,
  );
  const at = `/people/${ann.personId}`;
  const own = await site.as(ann);
  const about = { personId: ann.personId, subjectKey: 'x', itemId: null, href: '/', dueAt: null };
  for (const [kind, fromOwner] of Object.entries({
    'agreement.write': school.id,
    'try-out-comment': dewi.personId,
    'try-out-revisit': ann.personId,
  }))
    await notify(site.db, { ...about, kind, fromOwner }, site.clock.now);
  const left = await browser.post(`${at}/leave`, { last: '2026-11-18' });
  assert.match(left.said, /has left/);
  assert.equal((await own.get('/school')).status, 403);
  assert.equal((await own.get('/people')).status, 403);
  assert.doesNotMatch((await browser.get('/people')).text, /<bdi>Ann Puw/);
  assert.match((await browser.get('/people?left=1')).text, /<bdi>Ann Puw/);
  assert.equal((await (await site.as(await makePerson(site.db, school))).get(at)).status, 404);
  await deliver(site);
  const affiliation = () =>
    site.db
      .selectFrom('affiliation')
      .select('ended_at')
      .where('owner_id', '=', ann.personId)
      .executeTakeFirstOrThrow();
  assert.notEqual((await affiliation()).ended_at, null);
  const waits = waitingOn(await own.get('/today'));
  assert.match(
    waits,
    /One thing is waiting[^]*Look again at something you tried/,
    'what they can still open',
  );

  assert.equal((await browser.post(`${at}/return`)).status, 303);
  await deliver(site);
  assert.equal((await affiliation()).ended_at, null);
  assert.match(waitingOn(await own.get('/today')), /3 things are waiting/);
  assert.equal((await own.get('/school')).status, 200);
  const page = (await browser.get(at)).text;
  for (const back of ['Senior leader', '5P', 'Dewi Jones']) assert.ok(page.includes(back), back);
});

test('on the day after somebody’s last they come back as well, before anything has ended their membership', async () => {
  const { site, school, browser } = await office();
  const ann = await makePerson(site.db, school, { name: 'Ann Puw', roles: ['senior-leader'] });
  const at = `/people/${ann.personId}`;
  await browser.post(`${at}/leave`, { last: '2026-11-20' });
  site.clock.set('2026-11-21T00:05:00Z');
  const own = await site.as(ann);
  assert.equal((await own.get('/school')).status, 403);
  assert.match((await browser.post(`${at}/return`)).said, /Ann Puw is back/);
  await deliver(site);
  await runJob(site, endMembershipsJob);
  assert.equal((await own.get('/school')).status, 200);
  assert.match((await browser.get(at)).text, /Senior leader/);
});

test('a last day to come changes nothing until it is over; then a job ends it', async () => {
  const { site, school, browser } = await office();
  const ann = await makePerson(site.db, school, { name: 'Ann Puw', roles: ['senior-leader'] });
  const at = `/people/${ann.personId}`;
  assert.match(
    (await browser.post(`${at}/leave`, { last: '2026-11-20' })).said,
    /leaves after 20 November 2026/,
  );
  const own = await site.as(ann);
  assert.equal((await own.get('/school')).status, 200);
  site.clock.set('2026-11-21T09:00:00Z');
  assert.equal((await own.get('/school')).status, 403);
  for (let twice = 0; twice < 2; twice++) await runJob(site, endMembershipsJob);
  const events = await site.db
    .selectFrom('event')
    .select('kind')
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'member.left')
    .execute();
  assert.equal(events.length, 1);
  assert.match((await browser.get(at)).text, /last day 20 November 2026/);
});
