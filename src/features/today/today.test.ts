import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notify } from '#platform/notices/notices.ts';
import { scene, waitingOn } from '#features/agreements/agreements.scene.ts';
import { addEmail, affiliate, insertMember } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';

test('what is on today stands first, then the week', async () => {
  const { inForce, teacher, site } = await scene();
  await inForce();
  site.clock.set('2026-11-25T07:30:00Z');
  const page = (await teacher.get('/today')).text;
  assert.ok(page.indexOf('You observe Tomos Bevan') > page.indexOf('<h2>Today</h2>'));
  assert.match(page, /<strong>10:15<\/strong>/);
  site.clock.set('2026-11-22T07:30:00Z');
  const before = (await teacher.get('/today')).text;
  assert.match(before, /Nothing is on today/);
  assert.ok(before.indexOf('You observe Tomos Bevan') > before.indexOf('<h2>This week</h2>'));
});

test('what waits is counted, the oldest first, with the group it is about', async () => {
  const { inForce, partner, jobs } = await scene();
  await inForce();
  await jobs();
  const waits = waitingOn(await partner.get('/today'));
  assert.match(waits, /5 things are waiting\./);
  assert.match(
    waits,
    /The oldest: Something to prepare before peer coaching starts \(Ffion Puw and Tomos Bevan\), due Friday 20 November/,
  );
});

test('something is taken off the list and put back; another person’s is not', async () => {
  const { inForce, partner, teacher, jobs } = await scene();
  await inForce();
  await jobs();
  const id = /today\/waiting\/([0-9a-f-]{36})\/done/.exec((await partner.get('/today')).text)![1]!;
  assert.equal((await teacher.post(`/today/waiting/${id}/done`)).status, 404);
  const off = await partner.post(`/today/waiting/${id}/done`);
  assert.match(off.said, /off your list/);
  assert.match(waitingOn(await partner.get('/today')), /4 things are waiting/);
  await partner.post(`/today/waiting/${id}/not-done`);
  assert.match(waitingOn(await partner.get('/today')), /5 things are waiting/);
});

test('what was put aside stays aside until it has another day', async () => {
  const { inForce, partner, teacher, idOf, jobs, site, as } = await scene();
  const href = await inForce();
  await jobs();
  const page = (await partner.get('/today')).text;
  const id =
    /waiting\/([0-9a-f-]{36})\/done"[^>]*>(?:\s*<input[^>]*>)*\s*<p class="buttons"><button[^>]*Something to prepare[^>]*>/.exec(
      page,
    )![1]!;
  await partner.post(`/today/waiting/${id}/done`);
  await teacher.post(`${href}/close`);
  await teacher.post(`${href}/reopen`);
  await jobs();
  assert.match((await partner.get('/today')).text, /things? (is|are) waiting/);
  const task = /tasks\/([0-9a-f-]{36})\/done/.exec((await partner.get(href)).text)![1]!;
  await teacher.post(`${href}/tasks/${task}`, { person: idOf('partner'), due_on: '2026-11-30' });
  await jobs();
  assert.match(
    waitingOn(await partner.get('/today')),
    /Something to prepare[^<]*<\/a>, due Monday 30 November/,
  );
  site.clock.set('2026-12-01T09:00:00Z');
  const later = await as('partner');
  assert.match(waitingOn(await later.get('/today')), /Something to prepare[^<]*<\/a>, was due on Monday 30/);
});

test('an empty page says what to do first, by what one does at the school', async () => {
  const { as, site, world } = await scene();
  const leader = await as('cpd-leader');
  assert.match((await leader.get('/today')).text, /ask the staff what they need/);
  assert.match((await (await as('administrator')).get('/today')).text, /bring in the staff list/);
  assert.match((await (await as('manager')).get('/today')).text, /write down where you start from/i);
  const guest = await makePerson(site.db, world.school, { name: 'Sian Wyn', kind: 'guest' });
  const theirs = (await (await site.as(guest)).get('/today')).text;
  assert.match(theirs, /Go to my learning/);
  assert.doesNotMatch(theirs, /where you start from/);
});

test('the page asks the database three times, however much is on it', async () => {
  const { inForce, partner, jobs, site } = await scene();
  await inForce();
  await jobs();
  await partner.get('/today');
  site.queries.length = 0;
  await partner.get('/today');
  assert.ok(site.queries.length <= 3, String(site.queries.length));
});

test('what is due is mailed once, by day, with everything in one letter', async () => {
  const { inForce, jobs, mail, site, world } = await scene();
  await inForce();
  await jobs();
  const mine = () => mail.filter(({ to }) => to === world.people.partner.email);
  site.clock.set('2026-11-18T16:50:00Z');
  mail.length = 0;
  await jobs();
  assert.deepEqual(
    mine().map(({ subject }) => subject),
    ['5 things are waiting'],
    'of what is new one hears at once',
  );
  mail.length = 0;
  site.clock.set('2026-11-26T02:30:00Z');
  await jobs();
  assert.deepEqual(mine(), [], 'nothing at night');
  site.clock.set('2026-11-26T08:30:00Z');
  await jobs();
  assert.deepEqual(
    mine().map(({ subject }) => subject),
    ['3 things are waiting'],
  );
  assert.match(mine()[0]!.text, /An observation: say whether it took place, due Wednesday 25 November/);
  assert.match(mine()[0]!.text, /http:\/\/school\.example\/me\/notices/);
  site.clock.set('2026-11-26T12:30:00Z');
  await jobs();
  assert.equal(mine().length, 1);
});

test('somebody who wants no mail gets none, and finds everything on the first page', async () => {
  const { inForce, jobs, mail, site, world, partner } = await scene();
  await partner.post('/me/notices', { rhythm: 'never' });
  await inForce();
  await jobs();
  site.clock.set('2026-11-26T08:30:00Z');
  await jobs();
  assert.equal(
    mail.some(({ to }) => to === world.people.partner.email),
    false,
  );
  assert.match(waitingOn(await partner.get('/today')), /An observation: say whether it took place/);
  assert.match((await partner.get('/me/notices')).text, /value="never"[^>]*checked/);
});

test('what waits in another school stays there', async () => {
  const { teacher, site, world, idOf } = await scene();
  await notify(
    site.db,
    {
      personId: idOf('teacher'),
      fromOwner: world.otherSchool.id,
      kind: 'agreement.write',
      subjectKey: 'x',
      itemId: null,
      href: '/x',
      dueAt: null,
    },
    site.clock.now,
  );
  assert.doesNotMatch((await teacher.get('/today')).text, /Write your learning agreement/);
});

test('what a colleague shared waits, and is written about, in each school where both of them are', async () => {
  const { site, world, idOf, as, jobs, mail } = await scene();
  const other = world.otherSchool;
  const amara = await makePerson(site.db, world.school, { name: 'Amara Obi' });
  for (const personId of [idOf('teacher'), amara.personId]) {
    const names = { givenName: 'Amara', familyName: 'Obi' };
    await insertMember(site.db, other.id, { ...names, personId, kind: 'staff' }, site.clock.now);
    await affiliate(site.db, [personId], other.id, site.clock.now);
  }
  const address = 'cai@home.example';
  const at = site.clock.now;
  const own = {
    personId: idOf('teacher'),
    address,
    kind: 'personal',
    givenBy: other.id,
    confirmedAt: at,
  } as const;
  await addEmail(site.db, own, at);
  const about = {
    personId: idOf('teacher'),
    subjectKey: 'x',
    itemId: null,
    href: '/',
    dueAt: site.clock.now,
  };
  for (const [kind, fromOwner] of Object.entries({
    'try-out-comment': amara.personId,
    'starting-points-shared': idOf('colleague'),
  }))
    await notify(site.db, { ...about, kind, fromOwner }, site.clock.now);
  const here = await site.as(world.people.teacher);
  const there = await site.as({ ...world.people.teacher, organisationId: other.id });
  const twoThings = /2 things are waiting/;
  const oneThing = /One thing is waiting[^]*what was asked about a try-out/;
  assert.match(waitingOn(await here.get('/today')), twoThings);
  assert.match(waitingOn(await there.get('/today')), oneThing);

  const administrator = await as('administrator');
  const place = `/people/${idOf('teacher')}`;
  await administrator.post(`${place}/leave`, { last: '2026-11-18' });
  mail.length = 0;
  await jobs();
  site.clock.move(3_600_000);
  await jobs();
  assert.match((await here.get('/today')).text, /Nothing is waiting for you/);
  assert.match(
    waitingOn(await there.get('/today')),
    oneThing,
    'leaving one school takes nothing away in the other',
  );
  assert.deepEqual(
    mail.filter(({ to }) => to === address).map(({ subject }) => subject),
    ['One thing is waiting: Read what was asked about a try-out, due Wednesday 18 November'],
  );
  await administrator.post(`${place}/return`);
  assert.match(waitingOn(await here.get('/today')), twoThings);
});

test('of many of a kind two are shown and the rest is a press away, each still to be taken off', async () => {
  const { site, idOf, world, teacher } = await scene();
  const add = (kind: string, n: number) =>
    notify(
      site.db,
      {
        personId: idOf('teacher'),
        fromOwner: world.school.id,
        kind,
        subjectKey: `${kind} ${n}`,
        itemId: null,
        href: `/x/${kind}/${n}`,
        dueAt: new Date(`2026-11-2${n}T12:00:00Z`),
      },
      site.clock.now,
    );
  for (let n = 0; n < 6; n++) await add('agreement.write', n);
  await add('exercise.due', 3);
  const waits = waitingOn(await teacher.get('/today'));
  assert.match(waits, /7 things are waiting/);
  const [shown, folded] = waits.split('4 more of this kind');
  assert.equal(shown!.match(/href="\/x\/agreement/g)?.length, 2);
  assert.equal(folded!.match(/href="\/x\/agreement/g)?.length, 4);
  assert.match(folded!, /\/x\/exercise/, 'what is of another kind keeps its place after them');
  assert.equal(waits.match(/\/done"/g)?.length, 7);
});
