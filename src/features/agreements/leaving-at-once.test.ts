import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockAgreement } from './agreement.queries.ts';
import { atOnce, idIn, ofThree } from './agreements.scene.ts';

test('two who leave in the same moment both go on reading what they signed', async () => {
  const { site, world, partner, colleague, href } = await ofThree();
  const answers = await atOnce(
    site.db,
    (tx) => lockAgreement(tx, world.school.id, idIn(href)),
    () => partner.post(`${href}/leave`, {}),
    () => colleague.post(`${href}/leave`, {}),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  for (const each of [partner, colleague]) {
    const page = await each.get(href);
    assert.match(page.text, /You left this partnership on 18 November/);
    assert.match(page.text, /One new question a lesson/);
  }
});

test('leaving is one act however often it is sent, and can be taken back whole', async () => {
  const { site, world, teacher, partner, href, jobs, mail } = await ofThree();
  await jobs();
  mail.length = 0;
  const leave = () => partner.post(`${href}/leave`, {});
  const hold = (tx: typeof site.db) => lockAgreement(tx, world.school.id, idIn(href));
  const answers = await atOnce(site.db, hold, leave, leave);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  await jobs();
  assert.equal(mail.length, 2, 'each of the others has one letter');
  assert.match((await teacher.get(href)).text, /Called off\./);
  site.clock.move(60_000);
  assert.equal((await partner.post(`${href}/come-back`)).status, 303);
  assert.doesNotMatch((await teacher.get(href)).text, /Called off\./);
});

test('an invitation is answered once', async () => {
  const { site, world, teacher, partner, href, leave, idOf } = await ofThree();
  await leave();
  await teacher.post(`${href}/invitations/new`, { person: idOf('partner') });
  const hold = (tx: typeof site.db) => lockAgreement(tx, world.school.id, idIn(href));
  const answer = () => partner.post(`${href}/answer`, { answer: 'accepted' });
  const answers = await atOnce(site.db, hold, answer, answer);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
});
