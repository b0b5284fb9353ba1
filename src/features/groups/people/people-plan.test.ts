import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '#features/agreements/agreements.scene.ts';
import { lockProgramme, selectProgramme } from '#features/programmes/index.ts';
import { joinCircle } from '#platform/access/circles.ts';
import { scene, waitingFor } from './people.scene.ts';

test('the plan is handed over by asking, and given back when the answer is', async () => {
  const { as, idOf, start, answer, comeIn, inGroup } = await scene();
  const href = await start('scenario');
  await comeIn(href, 'partner');
  const teacher = await as('teacher');
  assert.equal((await teacher.post(`${href}/people/hand-over`, { person: idOf('partner') })).status, 303);
  assert.deepEqual((await inGroup(href)).leader, ['Ffion Puw']);
  const page = await (await as('partner')).get(`${href}/answer`);
  assert.match(page.text, /asks you to keep the plan/);
  assert.equal((await answer(href, 'partner')).status, 303);
  assert.deepEqual((await inGroup(href)).leader, ['Tomos Bevan']);
  assert.equal((await (await as('partner')).post(`${href}/answer/take-back`)).status, 303);
  assert.deepEqual((await inGroup(href)).leader, ['Ffion Puw']);
  assert.deepEqual((await inGroup(href)).participant, ['Tomos Bevan', 'Ffion Puw']);
});

test('when nobody keeps the plan everybody is told, and the first who takes it on keeps it', async () => {
  const { as, jobs, mail, start, comeIn, inGroup, site, world } = await scene();
  const href = await start('scenario');
  for (const who of ['partner', 'colleague'] as const) await comeIn(href, who);
  await jobs();
  mail.length = 0;
  assert.equal((await (await as('teacher')).post(`${href}/leave`)).status, 303);
  await jobs();
  assert.equal(mail.filter(({ subject }) => /Nobody keeps the plan/.test(subject)).length, 2);
  const partner = await as('partner');
  assert.match(await waitingFor(partner), /Nobody keeps this group’s plan now/);
  assert.match((await partner.get(`${href}/people`)).text, /Keep the plan from now on/);
  const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
  const [colleague, take] = [await as('colleague'), `${href}/people/keep-plan`];
  const answers = await atOnce(
    site.db,
    (tx) => lockProgramme(tx, group!),
    () => partner.post(take),
    () => colleague.post(take),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  assert.equal((await inGroup(href)).leader!.length, 1);
  await jobs();
  assert.doesNotMatch(await waitingFor(colleague), /Nobody keeps this group’s plan now/);
});

test('whoever comes back does not take the plan from the one who keeps it now', async () => {
  const { as, start, comeIn, inGroup } = await scene();
  const href = await start('scenario');
  for (const who of ['partner', 'colleague'] as const) await comeIn(href, who);
  const teacher = await as('teacher');
  await teacher.post(`${href}/leave`);
  await (await as('partner')).post(`${href}/people/keep-plan`);
  const back = await teacher.post(`${href}/return`);
  assert.equal(back.status, 303, back.text);
  assert.match(back.said, /Somebody else keeps the plan now/);
  const { leader, participant } = await inGroup(href);
  assert.deepEqual(leader, ['Tomos Bevan']);
  assert.ok(participant!.includes('Ffion Puw'));
});

test('a plan handed on meanwhile is not given back to whoever kept it first', async () => {
  const { as, idOf, start, answer, comeIn, inGroup } = await scene();
  const href = await start('scenario');
  for (const who of ['partner', 'colleague'] as const) await comeIn(href, who);
  const partner = await as('partner');
  await (await as('teacher')).post(`${href}/people/hand-over`, { person: idOf('partner') });
  await answer(href, 'partner');
  await partner.post(`${href}/people/hand-over`, { person: idOf('colleague') });
  await answer(href, 'colleague');
  await partner.post(`${href}/answer/take-back`);
  assert.deepEqual((await inGroup(href)).leader, ['Huw Parry']);
});

test('two who keep the plan are spoken of as two', async () => {
  const { as, idOf, start, comeIn, site, world } = await scene();
  const href = await start('scenario');
  await comeIn(href, 'partner');
  const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
  const circle = { ownerId: world.school.id, circleId: group!.id, part: 'leader' };
  await joinCircle(site.db, circle, [idOf('partner')], site.clock.now);
  const { text } = await (await as('teacher')).get(`${href}/people`);
  assert.match(text, /Tomos Bevan and Ffion Puw keep the plan: they move steps/);
});

test('when whoever keeps the plan leaves the school, it can be taken on', async () => {
  const { as, idOf, jobs, mail, start, comeIn } = await scene();
  const href = await start('journal-club', 'senior-leader');
  await comeIn(href, 'partner', 'senior-leader');
  await jobs();
  const gone = await (
    await as('administrator')
  ).post(`/people/${idOf('senior-leader')}/leave`, {
    last: '2026-11-18',
  });
  assert.equal(gone.status, 303, gone.text);
  mail.length = 0;
  await jobs();
  assert.ok(mail.some(({ subject }) => /Nobody keeps the plan/.test(subject)));
  const partner = await as('partner');
  assert.doesNotMatch((await partner.get(`${href}/people`)).text, /Owain Price/);
  assert.equal((await partner.post(`${href}/people/keep-plan`)).status, 303);
  assert.equal(
    (await (await as('administrator')).post(`/people/${idOf('senior-leader')}/return`)).status,
    303,
  );
});
