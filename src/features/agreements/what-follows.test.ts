import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidencePlaces, fileEvidence, unfileEvidence } from './evidence-places.ts';
import { idIn, scene, visitIn, waitingOn } from './agreements.scene.ts';

test('what was agreed stands in calendars, tasks and places, and nothing of it before everybody signed', async () => {
  const { partnership, teacher, partner, whole, site, world, jobs } = await scene();
  const href = await partnership();
  await teacher.post(`${href}/write`, whole(0));
  await teacher.post(`${href}/sign`, { version: 1 });
  assert.doesNotMatch((await partner.get('/me/calendar')).text, /observes you/);
  await partner.post(`${href}/sign`, { version: 1 });
  await jobs();
  assert.match((await partner.get('/me/calendar')).text, /Ffion Puw observes you/);
  assert.match((await teacher.get('/me/calendar')).text, /You observe Tomos Bevan/);
  assert.match(
    (await teacher.get('/me/calendar?month=2026-12')).text,
    /Look at the agreement again with Tomos Bevan/,
  );
  const places = await evidencePlaces(site.db, world.school.id, idIn(href));
  assert.deepEqual(places.map(({ title }) => title).toSorted(), [
    'A teacher’s log',
    'How our peer coaching goes',
    'Samples of pupils’ work',
    'Sticky notes on the wall',
  ]);
  // The task with a name waits for that person, the one without for both.
  assert.equal(waitingOn(await partner.get('/today')).match(/>Something to prepare/g)?.length, 2);
  assert.equal(waitingOn(await teacher.get('/today')).match(/>Something to prepare/g)?.length, 1);
});

test('an observation moves in both calendars, is called off and put back', async () => {
  const { inForce, teacher, partner } = await scene();
  const href = await inForce();
  const visit = visitIn((await teacher.get(href)).text);
  await partner.post(`${visit}/arrange`, {
    on_date: '2026-12-02',
    starts_at: '09:05',
    minutes: '50',
    place: 'Hall',
    version: 1,
  });
  assert.match((await teacher.get('/me/calendar?month=2026-12')).text, /09:05/);
  assert.doesNotMatch((await teacher.get('/me/calendar')).text, /You observe/);
  const off = await teacher.post(`${visit}/call-off`);
  assert.match(off.said, /Called off/);
  assert.doesNotMatch((await partner.get('/me/calendar?month=2026-12')).text, /observes you/);
  await teacher.post(`${visit}/put-back`);
  assert.match((await partner.get('/me/calendar?month=2026-12')).text, /observes you/);
});

test('a day that was moved after the text was written is not moved back when everybody signs', async () => {
  const { inForce, teacher, partner, whole, site } = await scene();
  const href = await inForce();
  const visit = visitIn((await teacher.get(href)).text);
  const id = /name="obs_id_0" value="([^"]+)"/.exec((await teacher.get(`${href}/write`)).text)![1]!;
  site.clock.move(60_000);
  await teacher.post(`${href}/write`, whole(1, { obs_id_0: id, obs_on_0: '2026-11-27' }));
  site.clock.move(60_000);
  await partner.post(`${visit}/arrange`, { on_date: '2026-12-03', minutes: '60', version: 1 });
  for (const each of [teacher, partner]) await each.post(`${href}/sign`, { version: 2 });
  assert.match((await teacher.get('/me/calendar?month=2026-12')).text, /You observe Tomos Bevan/);
  assert.doesNotMatch((await teacher.get('/me/calendar')).text, /You observe/);
});

test('after the first observation the review is due, and taking that back takes it back', async () => {
  const { inForce, teacher, partner, jobs, site } = await scene();
  const href = await inForce();
  const visit = visitIn((await teacher.get(href)).text);
  const early = await teacher.post(`${visit}/done`);
  assert.equal(early.status, 422, 'its day is still to come');
  assert.match((await teacher.get(href)).text, />Prepare, move or call off</);
  site.clock.set('2026-11-26T12:00:00Z');
  assert.match((await teacher.get(href)).text, />Say whether it took place</);
  await teacher.post(`${visit}/done`);
  await jobs();
  assert.match((await partner.get(href)).text, /the first observation has been/);
  assert.match(waitingOn(await partner.get('/today')), /agreement again[^<]*<\/a>, due today/);
  await teacher.post(`${visit}/not-done`);
  await jobs();
  assert.match(waitingOn(await partner.get('/today')), /agreement again[^<]*<\/a>, due Friday 11 December/);
  assert.doesNotMatch((await partner.get(href)).text, /the first observation has been/);
});

test('the review asks what to keep and change, leads to a new version, and is asked once', async () => {
  const { inForce, teacher, partner, jobs, site } = await scene();
  const href = await inForce();
  site.clock.set('2026-12-11T09:00:00Z');
  assert.match((await teacher.get(href)).text, /the day you set has come/);
  const answer = await teacher.post(`${href}/review`, {
    version: 0,
    keep: 'The coffee',
    change: 'The pace',
    next_on: '2027-02-01',
    then: 'change',
  });
  assert.equal(answer.to, `${href}/write`);
  const second = await partner.post(`${href}/review`, { version: 0, keep: 'Something else', change: '' });
  assert.equal(second.status, 409);
  assert.match(second.text, /The coffee/);
  await jobs();
  assert.match(
    waitingOn(await partner.get('/today')),
    /agreement again[^<]*<\/a>, due Monday, 1 February 2027/,
  );
  assert.match((await partner.get(`${href}/review`)).text, /The pace/);
});

test('a preparation is given a name and a day, done, and undone', async () => {
  const { inForce, teacher, partner, idOf, jobs } = await scene();
  const href = await inForce();
  const id = /tasks\/([0-9a-f-]{36})\/done/.exec((await teacher.get(href)).text)![1]!;
  await teacher.post(`${href}/tasks/${id}`, { person: idOf('teacher'), due_on: '2026-11-24' });
  assert.match((await partner.get(href)).text, /Ffion Puw, by 24 November 2026/);
  await teacher.post(`${href}/tasks/${id}/done`);
  await jobs();
  assert.match((await partner.get(href)).text, /Done Wednesday|Done 18 November/);
  await teacher.post(`${href}/tasks/${id}/not-done`);
  await jobs();
  assert.match(waitingOn(await teacher.get('/today')), /Something to prepare/);
  assert.equal((await teacher.post(`${href}/tasks/${id}`, { person: idOf('head'), due_on: '' })).status, 422);
});

test('what is filed stands in its place for the partners until it is taken out', async () => {
  const { inForce, teacher, partner, site, world, idOf } = await scene();
  const href = await inForce();
  const [place] = await evidencePlaces(site.db, world.school.id, idIn(href));
  const filed = {
    ownerId: world.school.id,
    placeId: place!.id,
    itemOwnerId: idOf('teacher'),
    itemId: idIn(href),
  };
  await fileEvidence(
    site.db,
    { ...filed, title: 'Why questions, Tuesday', href: '/my-learning/try-outs/1', filedBy: idOf('teacher') },
    site.clock.now,
  );
  assert.match((await partner.get(`${href}/evidence`)).text, /Why questions, Tuesday/);
  await unfileEvidence(site.db, { ownerId: world.school.id, itemId: filed.itemId }, site.clock.now);
  assert.doesNotMatch((await teacher.get(`${href}/evidence`)).text, /Why questions, Tuesday/);
});

test('closing takes its days out of the calendars; opening it again brings them back', async () => {
  const { inForce, teacher, partner, jobs } = await scene();
  const href = await inForce();
  const closed = await teacher.post(`${href}/close`);
  await jobs();
  assert.doesNotMatch((await partner.get('/me/calendar')).text, /observes you/);
  assert.match((await partner.get(href)).text, /One new question a lesson/);
  assert.equal((await partner.post(`${href}/write`, { version: 1 })).status, 422);
  assert.match(closed.said, /closed/);
  await teacher.post(`${href}/reopen`);
  assert.match((await partner.get('/me/calendar')).text, /observes you/);
});

test('no observation is planned for a day that has passed; those of a text stay when it is amended later', async () => {
  const { inForce, teacher, site, whole } = await scene();
  const href = await inForce();
  for (const [on, says] of [
    ['2026-12-26', /This day is at a weekend\. Choose a school day\./],
    ['2026-11-17', /This day has passed/],
  ] as const)
    assert.match((await teacher.post(`${href}/write`, { ...whole(1), obs_on_0: on })).text, says);
  const again = await teacher.post(`${href}/review`, { version: 0, keep: '', next_on: '2019-02-03' });
  assert.match(again.text, /Write what should stay[^]*Choose a day that is still to come/);
  const reviewed = await teacher.post(`${href}/write`, { ...whole(1), review_on: '2020-01-01' });
  assert.equal(reviewed.status, 422);
  assert.match(reviewed.text, /This day has passed/);
  const written = whole(1);
  const refused = await teacher.post(`${href}/write`, { ...written, obs_on_0: '2019-02-03' });
  assert.equal(refused.status, 422);
  site.clock.set('2026-12-14T09:00:00Z');
  assert.equal((await teacher.post(`${href}/write`, written)).status, 303);
});
