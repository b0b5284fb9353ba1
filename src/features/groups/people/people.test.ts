import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '#features/agreements/agreements.scene.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { lockProgramme, selectProgramme } from '#features/programmes/index.ts';
import { newId } from '#platform/db/ids.ts';
import { makeMinutes } from '#features/sessions/index.ts';
import { makeManager } from '#test/factories.ts';
import { scene, waitingFor } from './people.scene.ts';

test('somebody is asked, sees what it asks beside what they are in, and is in it when they say yes', async () => {
  const { as, idOf, jobs, mail, start, ask, answer, inGroup, site } = await scene();
  const href = await start('spiral-of-enquiry');
  assert.equal((await ask(href, 'partner')).status, 303);
  await jobs();
  const partner = await as('partner');
  assert.match(await waitingFor(partner), /You are asked into a group/);
  assert.equal(mail.filter(({ subject }) => /asks you into a group/.test(subject)).length, 1);
  const page = await partner.get(`${href}/answer`);
  assert.match(page.text, /Ffion Puw asks you/);
  assert.match(page.text, /Come along\./);
  assert.match(page.text, /What it asks of each/);
  const [, field] = /<textarea[^>]*name="([^"]+)"/.exec(page.text)!;
  assert.deepEqual((await inGroup(href)).participant, ['Ffion Puw']);
  const said = await answer(href, 'partner', 'yes', { [field!]: 'The Tuesday meeting' });
  assert.equal(said.to, href);
  assert.deepEqual((await inGroup(href)).participant, ['Tomos Bevan', 'Ffion Puw']);
  await jobs();
  assert.doesNotMatch(await waitingFor(partner), /You are asked into a group/);
  const kept = await site.db
    .selectFrom('group_replaces')
    .select('words')
    .where('owner_id', '=', idOf('partner'))
    .execute();
  assert.deepEqual(kept, [{ words: 'The Tuesday meeting' }]);
  const people = await (await as('teacher')).get(`${href}/people`);
  assert.doesNotMatch(people.text, /Tuesday meeting/);
  assert.equal((await partner.post(`${href}/answer/take-back`)).status, 303);
  assert.deepEqual((await inGroup(href)).participant, ['Ffion Puw']);
});

test('somebody who says no is in nothing, and whoever asked is told', async () => {
  const { jobs, mail, start, ask, answer, inGroup } = await scene();
  const href = await start('journal-club');
  await ask(href, 'partner');
  mail.length = 0;
  assert.equal((await answer(href, 'partner', 'no')).status, 303);
  await jobs();
  assert.ok(mail.some(({ subject }) => /Somebody you asked into a group said not this time/.test(subject)));
  assert.deepEqual((await inGroup(href)).participant, ['Ffion Puw']);
});

test('two who say yes at the same moment never make the group too big', async () => {
  const { as, start, ask, answer, comeIn, inGroup, site, world } = await scene();
  const href = await start('peer-observation');
  await comeIn(href, 'partner');
  for (const who of ['colleague', 'co-ordinator'] as const) await ask(href, who);
  const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
  const answers = await atOnce(
    site.db,
    (tx) => lockProgramme(tx, group!),
    () => answer(href, 'colleague'),
    () => answer(href, 'co-ordinator'),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  assert.equal((await inGroup(href)).participant!.length, 3);
  const late = answers[0]!.status === 422 ? 'colleague' : 'co-ordinator';
  const page = await (await as(late)).get(`${href}/answer`);
  assert.match(page.text, /You cannot come into it as it is now/);
  assert.match(page.text, /There is room for 3 people/);
});

test('an invitation is answered once, however often it is sent', async () => {
  const { start, ask, answer, site, world } = await scene();
  const href = await start('scenario');
  await ask(href, 'partner');
  const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
  const answers = await atOnce(
    site.db,
    (tx) => lockProgramme(tx, group!),
    () => answer(href, 'partner'),
    () => answer(href, 'partner'),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
});

test('a line manager cannot be asked where the protocol keeps line managers out, nor come in later', async () => {
  const { as, idOf, start, ask, answer, site, world } = await scene();
  const href = await start('peer-observation');
  const refused = await ask(href, 'manager');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Sian Rees is Ffion Puw’s line manager/, 'to somebody in the group');
  const find = await (await as('teacher')).get(`${href}/people/find?words=sian`);
  assert.match(find.text, /One person who manages somebody in the group/);
  assert.doesNotMatch(find.text, /Sian Rees/);
  // Asked before she managed anybody there.
  await ask(href, 'colleague');
  await makeManager(site.db, world.school, world.people.colleague, world.people.teacher);
  assert.equal((await answer(href, 'colleague')).status, 422);
  await site.db
    .updateTable('line_management')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', world.school.id)
    .where('manager_id', '=', idOf('colleague'))
    .execute();
});

test('a guest comes in the role that guests have, and in no other', async () => {
  const { start, ask, comeIn, inGroup } = await scene();
  const href = await start('spiral-of-enquiry');
  const refused = await ask(href, 'other-guest');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /A guest comes into this group as Specialist/);
  await comeIn(href, 'other-guest', 'teacher', 'specialist');
  assert.deepEqual((await inGroup(href)).specialist, ['Prof Jon Ek']);
});

test('leaving is told, ends what was promised softly, and is taken back within a day', async () => {
  const { as, jobs, start, comeIn, inGroup, site } = await scene();
  const href = await start('scenario');
  await comeIn(href, 'partner');
  await jobs();
  const partner = await as('partner');
  const left = await partner.post(`${href}/leave`);
  assert.equal(left.status, 303, left.text);
  assert.deepEqual((await inGroup(href)).participant, ['Ffion Puw']);
  await jobs();
  assert.match(await waitingFor(await as('teacher')), /Somebody left your group/);
  assert.equal((await partner.post(`${href}/return`)).status, 303);
  assert.deepEqual((await inGroup(href)).participant, ['Tomos Bevan', 'Ffion Puw']);
  await jobs();
  assert.doesNotMatch(await waitingFor(await as('teacher')), /Somebody left your group/);
  await partner.post(`${href}/leave`);
  site.clock.move(25 * 3_600_000);
  assert.equal((await partner.post(`${href}/return`)).status, 404);
  site.clock.move(-25 * 3_600_000);
});

test('what somebody promised before they left is shown as ended, and no more as open', async () => {
  const { as, idOf, start, comeIn, site, world } = await scene();
  const href = await start('scenario');
  await comeIn(href, 'partner');
  const group = (await selectProgramme(site.db, world.school.id, href.split('/')[2]!))!;
  const step = await site.db
    .selectFrom('programme_step')
    .selectAll()
    .where('owner_id', '=', world.school.id)
    .where('programme_id', '=', group.id)
    .orderBy('number')
    .executeTakeFirstOrThrow();
  const at = site.clock.now;
  await makeMinutes(site.db, step, { authorId: idOf('teacher'), at });
  await site.db
    .insertInto('commitment')
    .values({
      owner_id: world.school.id,
      id: newId(at),
      programme_id: group.id,
      step_id: step.id,
      person_id: idOf('partner'),
      trying: 'Wait longer for answers',
      pupils: 'Year 5',
      due_on: '2026-12-01',
      version: 1,
      made_at: at,
      report: '',
    })
    .execute();
  const teacher = await as('teacher');
  assert.match((await teacher.get(href)).text, /Wait longer for answers/);
  assert.doesNotMatch((await teacher.get(`${href}/people`)).text, /Wait longer for answers/);
  assert.equal((await (await as('partner')).post(`${href}/leave`)).status, 303);
  assert.doesNotMatch((await teacher.get(href)).text, /Wait longer for answers/);
  const people = (await teacher.get(`${href}/people`)).text;
  assert.match(people, /Promised by people who left/);
  assert.match(people, /Wait longer for answers/);
  assert.equal((await (await as('partner')).post(`${href}/return`)).status, 303);
  assert.match((await teacher.get(href)).text, /Wait longer for answers/);
});

test('a stranger is not told who in the group is whose line manager', async () => {
  const { as, start } = await scene();
  const href = await start('peer-observation', 'teacher', { joining: 'open', title: 'In pairs' });
  const manager = await as('manager');
  for (const { text } of [
    await manager.get(`${href}/ask`),
    await manager.post(`${href}/ask`, { words: '' }),
  ]) {
    assert.match(text, /Sian Rees manages somebody in this group, or is managed by somebody in it/);
    assert.doesNotMatch(text, /Ffion Puw/);
  }
});

test('who had better not hold a role is said where people are and where they are asked into it', async () => {
  const { as, idOf, start, ask } = await scene();
  const protocol = byId(catalogue().protocols, 'engaging-in-research');
  const role = protocol.roles.find(({ part, notHeldBy }) => part !== 'leader' && notHeldBy.length > 0)!;
  const href = await start('engaging-in-research');
  const teacher = await as('teacher');
  const says = `${role.title}: not held by`;
  await ask(href, 'partner', 'teacher', role.part);
  const pages = [
    await teacher.get(`${href}/people`),
    await teacher.get(`${href}/people/${idOf('colleague')}/invite`),
    await (await as('partner')).get(`${href}/answer`),
  ];
  for (const [at, { text }] of pages.entries()) assert.ok(text.includes(says), `page ${at}`);
});

test('people who left the school are not counted among those in an open group', async () => {
  const { as, idOf, start, comeIn } = await scene();
  const href = await start('scenario', 'teacher', { joining: 'open' });
  await comeIn(href, 'partner');
  const colleague = await as('colleague');
  assert.match((await colleague.get('/groups/open')).text, /2 people/);
  const administrator = await as('administrator');
  const gone = await administrator.post(`/people/${idOf('partner')}/leave`, { last: '2026-11-17' });
  assert.equal(gone.status, 303, gone.text);
  assert.match((await colleague.get('/groups/open')).text, /one person/);
  await administrator.post(`/people/${idOf('partner')}/return`);
});
