import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { linkIn, mailbox } from '#test/mailbox.ts';
import { testSite, type Browser, type TestSite } from '#test/site.ts';

async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, {
    name: 'Ann Price',
    email: 'ann@school.example',
    password: 'three quiet words',
  });
  const eve = await makePerson(site.db, school, { name: 'Eve Moss', email: 'eve@school.example' });
  return { site, ann, eve, asAnn: await site.as(ann), mails: mailbox(site) };
}

const addressesOf = async (site: TestSite, person: TestPerson): Promise<string[]> =>
  (
    await site.db
      .selectFrom('person_email')
      .select('address')
      .where('person_id', '=', person.personId)
      .orderBy('address')
      .execute()
  ).map(({ address }) => address);

async function addAndConfirm(
  site: TestSite,
  browser: Browser,
  address: string,
  mails: ReturnType<typeof mailbox>,
): Promise<void> {
  assert.equal((await browser.post('/me/addresses', { address })).status, 303);
  await deliver(site);
  assert.equal((await browser.post(linkIn(mails.at(-1)))).status, 303);
}

test('without a mail server nobody is told that a letter goes', async () => {
  const { site, asAnn } = await scene();
  site.services.mailer = { ...site.services.mailer, hasServer: false };
  const { said } = await asAnn.post('/me/addresses', { address: 'ann@home.example' });
  assert.match(said, /No mail server is set/);
  assert.doesNotMatch(said, /on its way/);
});

test('an address becomes mine when I use the link that was sent to it, not before', async () => {
  const { site, ann, asAnn, mails } = await scene();
  await asAnn.post('/me/addresses', { address: ' Ann@Home.example ' });
  assert.deepEqual(await addressesOf(site, ann), ['ann@school.example']);
  await deliver(site);
  assert.equal(mails[0]!.to, 'ann@home.example');
  assert.match((await asAnn.get('/me')).text, /ann@home\.example<\/bdi>,\s+not yours yet/);
  await asAnn.post(linkIn(mails[0]));
  assert.deepEqual(await addressesOf(site, ann), ['ann@home.example', 'ann@school.example']);
  assert.equal((await asAnn.post('/me/addresses', { address: 'ann@home.example' })).status, 422);
});

test('an address of somebody else is answered like any other, and stays theirs', async () => {
  const { site, eve, asAnn, mails } = await scene();
  const answers = [];
  for (const address of ['eve@school.example', 'nobody@home.example']) {
    const { status, to, said } = await asAnn.post('/me/addresses', { address });
    answers.push({ status, to, said: said.replaceAll(address, '') });
    await deliver(site);
  }
  assert.deepEqual(answers[0], answers[1]);
  const links = mails.map(linkIn);
  assert.equal((await asAnn.post(links[0]!)).status, 422, 'only who reads its mail learns that it is taken');
  assert.deepEqual(await addressesOf(site, eve), ['eve@school.example']);
});

test('letters to addresses are counted, so that nobody floods others with them', async () => {
  const { asAnn } = await scene();
  for (let n = 0; n < 6; n++) await asAnn.post('/me/addresses', { address: `a${n}@home.example` });
  assert.equal((await asAnn.post('/me/addresses', { address: 'one-more@home.example' })).status, 429);
});

test('a personal address can be removed and had back; the school’s own and somebody else’s cannot', async () => {
  const { site, ann, eve, asAnn, mails } = await scene();
  await addAndConfirm(site, asAnn, 'ann@home.example', mails);
  for (const address of ['ann@school.example', 'eve@school.example', 'nobody@home.example'])
    assert.equal((await asAnn.post('/me/addresses/remove', { address })).status, 422, address);
  assert.deepEqual(await addressesOf(site, eve), ['eve@school.example']);

  await asAnn.post('/me/addresses/remove', { address: 'ann@home.example' });
  assert.deepEqual(await addressesOf(site, ann), ['ann@school.example']);
  const { id } = await site.db
    .selectFrom('event')
    .select('id')
    .where('owner_id', '=', ann.personId)
    .where('kind', '=', 'email.removed')
    .executeTakeFirstOrThrow();
  assert.equal((await (await site.as(eve)).post(`/me/addresses/${id}/bring-back`)).status, 404);
  assert.equal((await asAnn.post(`/me/addresses/${id}/bring-back`)).status, 303);
  assert.deepEqual(await addressesOf(site, ann), ['ann@home.example', 'ann@school.example']);
  const signIn = { email: 'ann@home.example', password: 'three quiet words' };
  assert.equal((await site.visitor().post('/sign-in', signIn)).status, 303, 'still confirmed');
});

test('the last address by which somebody who has left can sign in stays', async () => {
  const { site, ann, asAnn, mails } = await scene();
  await addAndConfirm(site, asAnn, 'ann@home.example', mails);
  await addAndConfirm(site, asAnn, 'ann@other.example', mails);
  await site.db
    .updateTable('affiliation')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', ann.personId)
    .execute();
  assert.equal((await asAnn.post('/me/addresses/remove', { address: 'ann@other.example' })).status, 303);
  const refused = await asAnn.post('/me/addresses/remove', { address: 'ann@home.example' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /last address by which you can sign in/);
});
