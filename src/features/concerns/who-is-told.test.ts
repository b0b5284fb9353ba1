import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { appoint } from '#test/factories.ts';
import { concernsJob } from './concerns.handlers.ts';
import { scene, secret, waitsFor, writtenBy, written } from './concerns.scene.ts';

test('two school hours after, on the next school day, it waits for the head too', async () => {
  const stage = await scene();
  // Half past four on a Wednesday: school opens again at half past eight, and two hours are over at half past ten.
  await writtenBy(stage);
  stage.site.clock.set('2026-11-19T10:29:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), []);
  stage.site.clock.set('2026-11-19T10:31:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.late'], 'which says that nobody looked in time');
  assert.equal(stage.mails.filter(({ to }) => to === stage.people.head.email).length, 1);
  for (const mail of stage.mails) assert.doesNotMatch(JSON.stringify(mail), /zq-bruise|Cai/);
});

test('where somebody has looked in time, nobody else is told', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  await (await stage.as('lead')).post(`${at}/seen`);
  stage.site.clock.set('2026-11-19T12:00:00Z');
  await deliver(stage.site);
  assert.deepEqual(await waitsFor(stage, 'head'), []);
});

test('where the child could be in danger, all who are named are told at once, whatever the hour', async () => {
  const stage = await scene();
  stage.site.clock.set('2026-11-18T23:10:00Z');
  await writtenBy(stage, { danger: 'yes' });
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.look']);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.look']);
  assert.equal(stage.mails.length, 2);
  assert.match(stage.mails[0]!.text, /Please look now/);
});

test('whoever is named later reads what was written before, and whoever is not any more reads nothing', async () => {
  const stage = await scene();
  const at = await writtenBy(stage);
  const settings = { hours: '3', opens_at: '08:30', closes_at: '16:00' };
  await (
    await stage.as('lead')
  ).post('/concerns/settings', { ...settings, roles: ['senior-leader'], version: 0 });
  await deliver(stage.site);
  assert.equal((await (await stage.as('senior')).get(at)).status, 200);
  assert.equal((await (await stage.as('head')).get(at)).status, 403);
});

test('where nobody is the safeguarding lead, the others who are named are told at once', async () => {
  const stage = await scene();
  await stage.db
    .updateTable('appointment')
    .set({ ended_at: stage.site.clock.now })
    .where('owner_id', '=', stage.school.id)
    .where('role', '=', 'safeguarding-lead')
    .execute();
  await writtenBy(stage);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.look']);
});

test('what the writer adds after somebody has looked is looked at too, also of a concern that was closed', async () => {
  const stage = await scene();
  const { site, as } = stage;
  const at = await writtenBy(stage);
  const lead = await as('lead');
  await lead.post(`${at}/seen`);
  await lead.post(`${at}/close`, { text: 'Talked with the family.' });
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'lead'), []);
  const ffion = await as('ffion');
  assert.equal((await ffion.post(`${at}/more`, { text: 'He said it again today.' })).status, 303);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'lead'), ['concerns.look']);
  assert.match((await ffion.get(at)).text, /Nobody has said yet that they have looked/);
  site.clock.set('2026-11-19T10:31:00Z');
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'head'), ['concerns.late'], 'the clock begins anew');
  assert.match((await lead.get(at)).text, /On 19 November[^<]* all who are named were told/);
});

test('where nobody is named, that is said before and after, those who can appoint are told, and whoever is named hears', async () => {
  const stage = await scene();
  const { site, db, school, people, as } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', 'in', [people.lead.personId, people.head.personId])
    .execute();
  const ffion = await as('ffion');
  assert.match(
    (await ffion.get('/concerns/new')).text,
    /Nobody at this school is named for safeguarding yet/,
  );
  const at = await writtenBy(stage);
  assert.match((await ffion.get(at)).text, /Nobody at this school is named for safeguarding yet/);
  assert.deepEqual(await waitsFor(stage, 'office'), ['concerns.nobody']);
  assert.doesNotMatch((await (await as('office')).get('/today')).text, new RegExp(`${secret}|Cai`));
  assert.notEqual((await (await as('office')).get(at)).status, 200);
  await appoint(db, school, people.senior.personId, 'safeguarding-lead');
  await runJob(site, concernsJob);
  assert.deepEqual(await waitsFor(stage, 'senior'), ['concerns.look']);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
  assert.match((await (await as('senior')).get(at)).text, new RegExp(secret));
});

test('whoever is named later hears at once, by letter too, and only then it is said that all were told', async () => {
  const stage = await scene();
  const { site, db, school, people, as, mails } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', 'in', [people.lead.personId, people.head.personId])
    .execute();
  const at = await writtenBy(stage, { danger: 'yes' });
  const passedOn = () =>
    db
      .selectFrom('concern')
      .select('passed_on_at')
      .where('owner_id', '=', school.id)
      .executeTakeFirstOrThrow();
  assert.equal((await passedOn()).passed_on_at, null, 'nobody was there to be told');
  assert.equal(mails.length, 0);
  assert.match((await (await as('ffion')).get(at)).text, /Dewi Jones can name somebody/);

  const office = await as('office');
  const given = await office.post(`/people/${people.senior.personId}/roles`, {
    roles: ['safeguarding-lead'],
    from: '2026-11-18',
  });
  assert.equal(given.status, 303);
  await deliver(site);
  assert.deepEqual(await waitsFor(stage, 'senior'), ['concerns.look']);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [people.senior.email],
  );
  assert.notEqual((await passedOn()).passed_on_at, null);
  await runJob(site, concernsJob);
  await deliver(site);
  assert.equal(mails.length, 1, 'one letter, however often it is looked at');
});

test('those who could name somebody are told only while they work here', async () => {
  const stage = await scene();
  const { site, db, school, people } = stage;
  await db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('role', 'in', ['safeguarding-lead', 'head'])
    .execute();
  await db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.office.personId)
    .execute();
  await writtenBy(stage);
  assert.deepEqual(await waitsFor(stage, 'office'), []);
});

test('whoever writes reads who has it first, and who hears if nobody looks', async () => {
  const stage = await scene();
  const ffion = await stage.as('ffion');
  const { to } = await ffion.post('/concerns', written(stage.people.cai));
  const page = (await ffion.get(to!)).text;
  assert.match(
    page,
    /It is sent to Mari Evans\. If nobody has looked by [^<]*, it goes to Gwenllian Davies as well/,
  );
  assert.match(page, /It went to Mari Evans\. If it cannot wait/);
});
