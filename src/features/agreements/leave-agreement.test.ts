import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeManager } from '#test/factories.ts';
import { ofThree, scene, visitIn, waitingOn } from './agreements.scene.ts';

test('a partner leaves with a sentence why; the others are told, and sign a new version', async () => {
  const { teacher, colleague, href, leave, mail, whole, idOf, jobs } = await ofThree();
  await jobs();
  mail.length = 0;
  await leave('I go part-time in January.');
  assert.deepEqual(
    mail.map(({ subject }) => subject),
    ['A colleague left your partnership', 'A colleague left your partnership'],
  );
  const page = (await colleague.get(href)).text;
  assert.match(page, /Tomos Bevan left\. Version 1 was written with them/);
  assert.match(page, /I go part-time in January/);
  assert.match(waitingOn(await colleague.get('/today')), /Write your learning agreement/);
  assert.match((await colleague.get('/my-learning/agreements')).text, /signed anew, because somebody left/);
  assert.equal((await teacher.post(`${href}/sign`, { version: 1 })).status, 422);
  await teacher.post(`${href}/write`, {
    ...whole(1),
    obs_who_0: `${idOf('teacher')} ${idOf('colleague')}`,
    prep_who_colleagues: '',
  });
  for (const each of [teacher, colleague])
    assert.equal((await each.post(`${href}/sign`, { version: 2 })).status, 303);
  await jobs();
  const again = (await colleague.get(href)).text;
  assert.match(again, /In force since/);
  assert.doesNotMatch(again, /part-time/);
});

test('who left reads what they signed, nothing that is written later, and does nothing there', async () => {
  const { teacher, partner, href, leave, whole, idOf } = await ofThree();
  await leave();
  const without = whole(1, {
    'part-how': 'Written without him.',
    obs_who_0: `${idOf('teacher')} ${idOf('colleague')}`,
  });
  assert.equal((await teacher.post(`${href}/write`, without)).status, 303);
  const theirs = (await partner.get(href)).text;
  assert.match(theirs, /You left this partnership on 18 November/);
  assert.match(theirs, /One new question a lesson/);
  assert.doesNotMatch(theirs, /Written without him/);
  for (const below of ['write', 'history', 'evidence', 'review', 'leave', 'invitations/new'])
    assert.equal((await partner.get(`${href}/${below}`)).status, 403, below);
  for (const below of ['write', 'sign', 'close', 'leave'])
    assert.equal((await partner.post(`${href}/${below}`, { version: 2 })).status, 403, below);
  assert.match((await partner.get('/my-learning/agreements')).text, /you left/);
});

test('what was planned with them is called off, in the agreement and on its own page', async () => {
  const { teacher, partner, href, leave, jobs } = await ofThree();
  const to = visitIn((await teacher.get(href)).text);
  await jobs();
  await leave();
  assert.match((await partner.get(to)).text, /Called off\. It was to be/);
  assert.match((await teacher.get(href)).text, /Called off\./);
  assert.doesNotMatch((await teacher.get('/me/calendar')).text, /You observe Tomos/);
  assert.match((await partner.get(href)).text, />Come back</);
  await partner.post(`${href}/come-back`);
  await jobs();
  assert.match((await teacher.get(to)).text, /Agreed for Wednesday 25 November/);
  assert.match((await teacher.get(href)).text, /In force since/);
});

test('coming back is one’s own act until the others have gone on, then it takes an invitation', async () => {
  const { site, teacher, partner, colleague, href, leave, whole, idOf, world } = await ofThree();
  await leave();
  await makeManager(site.db, world.school, world.people.partner, world.people.colleague);
  assert.equal((await partner.post(`${href}/come-back`)).status, 422, 'now somebody’s line manager');
  await site.db.deleteFrom('line_management').where('owner_id', '=', world.school.id).execute();
  const saved = await teacher.post(`${href}/write`, whole(1, { obs_on_0: '', obs_at_0: '' }));
  assert.equal(saved.status, 303);
  assert.equal((await partner.post(`${href}/come-back`)).status, 422);
  assert.equal((await colleague.post(`${href}/invitations/new`, { person: idOf('partner') })).status, 303);
  await partner.post(`${href}/answer`, { answer: 'accepted' });
  assert.match((await partner.get(href)).text, /What we agree/);
  assert.equal((await partner.post(`${href}/come-back`)).status, 403, 'a partner has nothing to take back');
});

test('the last of two is not left with reminders, asks another teacher, and the three parts of a new start follow', async () => {
  const { inForce, teacher, partner, as, jobs, idOf, whole, mail, world, site } = await scene();
  const href = await inForce();
  site.clock.move(60_000);
  await partner.post(`${href}/leave`, {});
  await jobs();
  assert.match((await teacher.get(href)).text, /Nobody else is in this partnership now/);
  assert.doesNotMatch(waitingOn(await teacher.get('/today')), /agreement|partnership|prepare/);
  assert.doesNotMatch((await teacher.get('/me/calendar?month=2026-12')).text, /Look at the agreement/);
  site.clock.move(60_000);
  mail.length = 0;
  await teacher.post(`${href}/invitations/new`, { person: idOf('colleague') });
  await jobs();
  assert.deepEqual(
    mail.map(({ to, subject }) => [to, subject]),
    [[world.people.colleague.email, 'A colleague would like to form a partnership with you']],
  );
  const colleague = await as('colleague');
  await colleague.post(`${href}/answer`, { answer: 'declined' });
  assert.doesNotMatch((await teacher.get(href)).text, /This partnership is closed/);
  await teacher.post(`${href}/invitations/new`, { person: idOf('colleague') });
  await colleague.post(`${href}/answer`, { answer: 'accepted' });
  await teacher.post(`${href}/write`, {
    ...whole(1),
    obs_who_0: `${idOf('teacher')} ${idOf('colleague')}`,
  });
  for (const each of [teacher, colleague]) await each.post(`${href}/sign`, { version: 2 });
  assert.match((await colleague.get(href)).text, /In force since/);
});

test('somebody who joins one that is in force signs it too before it holds for all', async () => {
  const { inForce, teacher, as, idOf } = await scene();
  const href = await inForce();
  await teacher.post(`${href}/invitations/new`, { person: idOf('colleague') });
  const colleague = await as('colleague');
  await colleague.post(`${href}/answer`, { answer: 'accepted' });
  assert.match((await teacher.get(href)).text, /Version 1 waits for Huw Parry to sign/);
  await colleague.post(`${href}/sign`, { version: 1 });
  assert.match((await teacher.get(href)).text, /In force since/);
  assert.equal((await teacher.post(`${href}/invitations/new`, { person: idOf('head') })).status, 422);
});
