import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { MAX_ATTEMPTS } from '#platform/jobs/backoff.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { mailbox } from '#test/mailbox.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { parkedJob } from './parked.job.ts';

/** A school with an administrator, a teacher, and messages that were given up. */
async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const admin = await makePerson(site.db, school, { name: 'Ada Rees', roles: ['administrator'] });
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const park = async (ownerId: string, kind: string, body: object, failure: string): Promise<string> => {
    const id = newId(startOfTests);
    await site.db
      .insertInto('outbox')
      .values({
        owner_id: ownerId,
        id,
        kind,
        body: JSON.stringify(body),
        created_at: startOfTests,
        due_at: startOfTests,
        attempts: MAX_ATTEMPTS,
        failure,
      })
      .execute();
    return id;
  };
  const letter = (to: string) =>
    park(
      school.id,
      'mail.send',
      { to, subject: 'A question for you about volcanoes', text: 'Dear Ann' },
      `MailNotSent: The mail server did not take this mail: 550 <${to}> no such user`,
    );
  return { site, school, admin, ann, browser: await site.as(admin), park, letter, mails: mailbox(site) };
}

const list = '/school/messages';

test('an administrator sees what did not get through, to whom and why, and nothing of what it says', async () => {
  const { browser, letter, park, ann, school } = await scene();
  await letter(ann.email);
  await park(
    school.id,
    'person.invited',
    { personId: ann.personId },
    'Error: It took longer than 60 seconds.',
  );
  await park(
    ann.personId,
    'try-out.shared',
    { itemId: newId(), organisationId: school.id },
    'Error: duplicate key: the volcanoes of Ann',
  );
  const { text } = await browser.get(list);
  assert.match(text, /3 messages/);
  assert.match(text, /A letter to Ann Puw/);
  assert.match(text, /550 … no such user/);
  assert.match(text, /A letter about an account to Ann Puw/);
  assert.match(text, /It took too long\./);
  assert.match(text, /Telling the people concerned of a change/);
  assert.match(text, /The log of the server says what/);
  assert.doesNotMatch(text, /volcanoes|Dear Ann|try-out/);
  assert.doesNotMatch(text, new RegExp(ann.email));
});

test('a letter is tried again and goes', async () => {
  const { site, browser, letter, ann, mails } = await scene();
  const id = await letter(ann.email);
  assert.match((await browser.post(`${list}/${id}/try-again`)).said, /being tried again/);
  await deliver(site);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [ann.email],
  );
  assert.match((await browser.get(list)).text, /Everything got through/);
  assert.equal((await browser.post(`${list}/${id}/try-again`)).status, 404);
});

test('without a mail server the list does not say that everything got through', async () => {
  const { site, browser } = await scene();
  site.services.mailer = { ...site.services.mailer, hasServer: false };
  const { text } = await browser.get(list);
  assert.match(text, /No mail server is set.*href="\/help\/mail"/s);
  assert.doesNotMatch(text, /got through\./);
});

test('after a mail server was down, all are tried again at once', async () => {
  const { site, browser, letter, admin, ann, mails } = await scene();
  await letter(ann.email);
  await letter(admin.email);
  await browser.post(`${list}/try-again`);
  await deliver(site);
  assert.equal(mails.length, 2);
  assert.equal((await browser.post(`${list}/try-again`)).status, 404);
});

test('a message is left, which can be taken back', async () => {
  const { site, browser, letter, ann, mails } = await scene();
  const id = await letter(ann.email);
  const left = await browser.post(`${list}/${id}/leave`);
  assert.match(left.said, /It is left/);
  await deliver(site);
  assert.equal(mails.length, 0);
  assert.match((await browser.get(list)).text, /Everything got through/);
  await browser.post(`${list}/${id}/take-up`);
  assert.match((await browser.get(list)).text, /A letter to Ann Puw/);
  assert.equal((await browser.post(`${list}/${id}/take-up`)).status, 404, 'it waits already');
});

test('administrators find it in their own list and on the page of the school, until it is dealt with', async () => {
  const { site, browser, letter, ann, school } = await scene();
  const lead = await site.as(await makePerson(site.db, school, { roles: ['cpd-leader'] }));
  const says = /Messages did not get through/;
  const id = await letter(ann.email);
  await runJob(site, parkedJob);
  await runJob(site, parkedJob);
  assert.match((await browser.get('/today')).text, says);
  assert.match((await browser.get('/school')).text, /1 message did not get through/);
  assert.doesNotMatch((await lead.get('/today')).text, says);
  assert.doesNotMatch((await lead.get('/school')).text, /did not get through/);
  await browser.post(`${list}/${id}/try-again`);
  assert.match((await browser.get('/today')).text, /Nothing is waiting for you/);
  await site.db
    .updateTable('outbox')
    .set({ attempts: MAX_ATTEMPTS })
    .where('owner_id', '=', school.id)
    .execute();
  await runJob(site, parkedJob);
  assert.match((await browser.get('/today')).text, says, 'it failed once more');
});

test('nobody sees or decides about the messages of another school', async () => {
  const { site, letter, park, ann, school } = await scene();
  const id = await letter(ann.email);
  const hill = await makeSchool(site.db, 'Hill Lane');
  await site.db
    .insertInto('member')
    .values({
      owner_id: hill.id,
      id: newId(),
      person_id: ann.personId,
      kind: 'staff',
      sort_name: 'puw ann',
      created_at: startOfTests,
    })
    .execute();
  await park(ann.personId, 'try-out.shared', { organisationId: school.id }, 'Error: no');
  const other = await site.as(await makePerson(site.db, hill, { roles: ['head'] }));
  assert.match((await other.get(list)).text, /Everything got through/);
  for (const does of ['try-again', 'leave', 'take-up'])
    assert.equal((await other.post(`${list}/${id}/${does}`)).status, 404, does);
});
