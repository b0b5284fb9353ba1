import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { draftSite } from '#test/draft-programme.ts';
import { mailbox } from '#test/mailbox.ts';
import { welcomeJob } from './welcome.job.ts';

/** A draft with one person enrolled, what was mailed, and the hour's job followed by the relay. */
async function scene() {
  const draft = await draftSite();
  const { site, school, lena, here } = draft;
  const mails = mailbox(site);
  const person = await makePerson(site.db, school, { name: 'Petra Lind' });
  await lena.post(`${here}/people/enrol`, { part: 'participant', people: person.personId });
  const hour = async (): Promise<void> => {
    await deliver(site);
    await runJob(site, welcomeJob);
    await deliver(site);
  };
  return { ...draft, mails, person, hour };
}

test('those in a programme are written to once, when it is published and not before', async () => {
  const { lena, here, mails, person, hour } = await scene();
  await hour();
  assert.equal(mails.length, 0);
  await lena.post(`${here}/publish`);
  await hour();
  await hour();
  assert.equal(mails.length, 1, 'whoever published it gets no letter');
  assert.equal(mails[0]!.to, person.email);
  assert.equal(mails[0]!.subject, 'You are in the programme Reading together');
  assert.match(mails[0]!.text, /from 23 November 2026 to/);
  assert.match(mails[0]!.text, /\/programmes\/reading-together/);
  await lena.post(`${here}/withdraw`);
  await lena.post(`${here}/publish`);
  await hour();
  assert.equal(mails.length, 1, 'publishing it again makes no second letter');
});

test('somebody enrolled later is written to; taken out again before the hour, they are not', async () => {
  const { site, school, lena, here, mails, hour } = await scene();
  await lena.post(`${here}/publish`);
  await hour();
  mails.length = 0;
  const [late, mistaken] = [await makePerson(site.db, school), await makePerson(site.db, school)];
  await lena.post(`${here}/people/enrol`, {
    part: 'participant',
    people: [late.personId, mistaken.personId],
  });
  await lena.post(`${here}/people/${mistaken.personId}/leave`, { part: 'participant' });
  await hour();
  assert.deepEqual(
    mails.map(({ to }) => to),
    [late.email],
  );
});

test('nobody is written to at night, nor who wants no mail', async () => {
  const { site, lena, here, mails, person, hour } = await scene();
  const petra = await site.as(person);
  await lena.post(`${here}/publish`);
  site.clock.set('2026-11-18T21:00:00Z');
  await hour();
  assert.equal(mails.length, 0);
  await petra.post('/me/notices', { rhythm: 'never' });
  site.clock.set('2026-11-19T09:00:00Z');
  await hour();
  assert.equal(mails.length, 0);
});

test('two programmes in the same hour make one letter', async () => {
  const { lena, here, mails, person, hour } = await scene();
  await lena.post(`${here}/copy`, { title: 'Reading again', starts_on: '2027-01-11' });
  const other = '/programmes/reading-again';
  await lena.post(`${other}/people/enrol`, { part: 'participant', people: person.personId });
  await lena.post(`${here}/publish`);
  await lena.post(`${other}/publish`);
  await hour();
  assert.equal(mails.length, 1);
  assert.equal(mails[0]!.subject, 'You are in 2 programmes');
  assert.match(mails[0]!.text, /Reading together.*Reading again/s);
});
