import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeManager } from '#test/factories.ts';
import { scene } from './core.scene.ts';
import { record } from '#platform/audit/record.ts';
import { proposeTo } from './propose-to.ts';

test('the learner may ask somebody who is not prepared; the yes waits, with the way to the preparation', async () => {
  const { as, ask, answer, prepare, done } = await scene();
  const href = await ask('mentoring', ['partner']);
  const page = await (await as('partner')).get(`${href}/answer`);
  assert.match(page.text, /Before you say yes/);
  assert.match(page.text, /href="\/coaching\/preparation"/);
  assert.doesNotMatch(page.text, /Yes, I will/);
  assert.match((await answer(href, 'partner')).text, /Finish the preparation first/);
  await prepare('partner');
  done(await answer(href, 'partner'));
  assert.match((await (await as('teacher')).get(href)).text, /Mentoring for progression/);
});

test('a no needs no reason, ends it, and tells the learner that they can ask somebody else', async () => {
  const { as, ask, answer, done, waits } = await scene();
  const href = await ask('mentoring', ['partner']);
  done(await answer(href, 'partner', 'no'));
  assert.deepEqual(await waits('teacher'), ['coaching.answered']);
  const home = await (await as('teacher')).get(href);
  assert.match(home.text, /It did not come about this time\. Nobody needs to say why/);
  assert.match(home.text, /\/coaching\/new\?kind=mentoring&amp;for=progression&amp;rhythm=weekly-first-term/);
  assert.equal((await (await as('partner')).get(href)).status, 403, 'whoever said no reads it no more');
  assert.doesNotMatch((await (await as('partner')).get('/coaching')).text, /Ffion Puw/);
});

test('a no can be taken back until a day later, by whoever said it and nobody else', async () => {
  const { as, ask, answer, prepare, done, site } = await scene();
  await prepare('partner');
  const href = await ask('mentoring', ['partner']);
  done(await answer(href, 'partner', 'no'));
  for (const who of ['teacher', 'colleague', 'co-ordinator', 'other-head'] as const)
    assert.equal((await (await as(who)).post(`${href}/answer/take-back`)).status, 404, who);
  done(await (await as('partner')).post(`${href}/answer/take-back`));
  assert.equal((await (await as('partner')).get(`${href}/answer`)).status, 200);
  done(await answer(href, 'partner', 'no'));
  site.clock.move(25 * 3_600_000);
  assert.equal((await (await as('partner')).post(`${href}/answer/take-back`)).status, 422);
});

test('nobody asks the same person twice, not by a double click and not when both ask each other at once', async () => {
  const { as, idOf, asking, db, world } = await scene();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  const answers = await Promise.all([
    teacher.post('/coaching/ask', asking('specialist-coaching', ['partner'])),
    teacher.post('/coaching/ask', asking('specialist-coaching', ['partner'])),
    partner.post('/coaching/ask', { ...asking('specialist-coaching', ['partner']), with: idOf('teacher') }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422, 422]);
  const made = await db.selectFrom('pairing').select('id').where('owner_id', '=', world.school.id).execute();
  assert.equal(made.length, 1);
});

test('in co-coaching everybody prepares and everybody says yes; the last two may do so in one moment', async () => {
  const { as, ask, asking, answer, prepare, done, waits } = await scene();
  const first = await (
    await as('teacher')
  ).post('/coaching/ask', asking('co-coaching', ['partner', 'colleague']));
  assert.match(first.text, /In co-coaching everybody supports, so everybody prepares/);
  await prepare('teacher', 'partner', 'colleague');
  const href = await ask('co-coaching', ['partner', 'colleague']);
  const both = await Promise.all([answer(href, 'partner'), answer(href, 'colleague')]);
  both.forEach(done);
  assert.deepEqual(await waits('colleague'), ['coaching.write']);
  const again = await answer(href, 'colleague', 'no');
  assert.ok([403, 422].includes(again.status), 'answered is answered');
  assert.match((await (await as('partner')).get(href)).text, /Co-coaching with/);
});

test('of three co-coaches one may say no, and the other two begin', async () => {
  const { as, ask, answer, prepare, done } = await scene();
  await prepare('teacher', 'partner');
  const href = await ask('co-coaching', ['partner', 'colleague']);
  done(await answer(href, 'partner'));
  done(await answer(href, 'colleague', 'no'));
  const home = await (await as('teacher')).get(href);
  assert.match(home.text, /Co-coaching with Tomos Bevan/);
  assert.match(home.text, /Write the agreement/);
  assert.doesNotMatch(home.text, /Huw Parry/);
});

test('a coach is never the line manager; a mentor only where both have read what it does and said so', async () => {
  const { as, asking, answer, prepare, done } = await scene();
  const teacher = await as('teacher');
  await prepare('manager');
  const coach = await teacher.post(
    '/coaching/ask',
    asking('specialist-coaching', ['manager'], { known: 'yes' }),
  );
  assert.equal(coach.status, 422);
  const unknowing = await teacher.post('/coaching/ask', asking('mentoring', ['manager']));
  assert.match(unknowing.text, /Read what that does, and tick that you know it/);
  assert.match(unknowing.text, /Source:/, 'the warning says where that is found');
  const href = done(
    await teacher.post('/coaching/ask', asking('mentoring', ['manager'], { known: 'yes' })),
  ).to;
  assert.match((await answer(href, 'manager')).text, /Read what that does/);
  done(await answer(href, 'manager', 'yes', { known: 'yes' }));
  for (const who of ['teacher', 'manager'] as const)
    assert.match((await (await as(who)).get(href)).text, /Sian Rees is Ffion Puw’s line manager/);
});

test('somebody becomes the line manager later: it closes to them, kindly, and the learner is told plainly', async () => {
  const { as, db, world, together, waits, jobs, site } = await scene();
  const href = await together('specialist-coaching', ['partner']);
  await makeManager(db, world.school, world.people.partner, world.people.teacher);
  const closed = await (await as('partner')).get(href);
  assert.equal(closed.status, 403);
  assert.match(closed.text, /You have become Ffion Puw’s line manager/);
  for (const below of ['agreement', 'agreement/write', 'quiet', 'agreement/history'])
    assert.equal((await (await as('partner')).get(`${href}/${below}`)).status, 403, below);
  assert.match((await (await as('teacher')).get(href)).text, /Tomos Bevan has become your line manager/);
  await jobs();
  site.clock.set('2026-11-19T05:00:00Z');
  assert.ok((await waits('teacher')).includes('coaching.closed-to-manager'));
  assert.ok(!(await waits('partner')).includes('coaching.closed-to-manager'));
});

test('the co-ordinator proposes mentoring: the learner chooses first, then the suggested mentor', async () => {
  const { as, site, world, answer, prepare, done, waits } = await scene();
  await prepare('partner');
  const coordinator = {
    personId: world.people['co-ordinator'].personId,
    name: world.people['co-ordinator'].name,
  };
  const { id } = await site.db.transaction().execute((tx) =>
    proposeTo(
      {
        tx,
        now: site.clock.now,
        organisationId: world.school.id,
        who: coordinator,
        record: (happened) =>
          record(tx, coordinator.personId, { ownerId: world.school.id, ...happened }, site.clock.now),
      },
      { learner: world.people.teacher, mentor: world.people.partner, purpose: 'induction' },
    ),
  );
  const href = `/coaching/${id}`;
  assert.equal((await answer(href, 'partner')).status, 422, 'the learner has not said yes yet');
  assert.doesNotMatch((await (await as('partner')).get('/coaching')).text, /Ffion Puw/);
  const asked = await (await as('teacher')).get(`${href}/answer`);
  assert.match(asked.text, /The co-ordinator suggests this\. The choice is yours/);
  assert.match(asked.text, /\/coaching\/new\?kind=mentoring&amp;for=induction/);
  assert.equal((await (await as('co-ordinator')).get(href)).status, 403, 'nor does who proposed it read it');
  done(await answer(href, 'teacher'));
  assert.deepEqual(await waits('partner'), ['coaching.asked']);
  done(await answer(href, 'partner'));
  assert.match((await (await as('teacher')).get(href)).text, /Mentoring with Tomos Bevan/);
});
