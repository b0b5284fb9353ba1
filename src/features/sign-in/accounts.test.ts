import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affiliate, endAffiliation, insertMember } from '#features/people/index.ts';
import { selectAddressees } from '#platform/notices/write-to.ts';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { linkIn, mailbox } from '#test/mailbox.ts';
import { testSite, type TestSite } from '#test/site.ts';

const day = 86_400_000;
const password = 'quiet river stone';

async function schoolWithAdministrator() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const dewi = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
  return { site, school, dewi, office: await site.as(dewi), mails: mailbox(site) };
}

/** Invites somebody by mail and gives the path of the link. */
async function invite(
  { site, office, mails }: Awaited<ReturnType<typeof schoolWithAdministrator>>,
  personId: string,
) {
  assert.equal((await office.post(`/people/${personId}/invite`)).status, 303);
  await deliver(site);
  return linkIn(mails.at(-1));
}

test('somebody is invited by mail, chooses a password, gives a personal address and is in', async () => {
  const set = await schoolWithAdministrator();
  const { site, school, mails } = set;
  const ann = await makePerson(site.db, school, {
    name: 'Ann Núñez-Puw',
    email: 'ann@school.example',
    account: false,
  });
  const path = await invite(set, ann.personId);
  assert.equal(mails[0]!.to, 'ann@school.example');
  assert.match(mails[0]!.text, /Dewi Jones has made a place for you/);

  const browser = site.visitor();
  const page = await browser.get(path);
  assert.match(page.text, /Welcome, Ann Núñez-Puw/);
  assert.match(page.text, /ann@school\.example/);
  const opened = await browser.post(path, { password, personal: 'ann@home.example' });
  assert.equal(opened.to, '/');
  assert.equal((await browser.get('/today')).status, 200);

  await deliver(site);
  assert.equal(mails[1]!.to, 'ann@home.example');
  assert.equal((await site.visitor().post('/sign-in', { email: 'ann@home.example', password })).status, 422);
  const confirm = linkIn(mails[1]);
  assert.match((await site.visitor().get(confirm)).text, /ann@home\.example/);
  assert.equal((await site.visitor().post(confirm)).status, 303);
  assert.equal((await site.visitor().post('/sign-in', { email: 'ann@home.example', password })).status, 303);
  assert.match((await site.visitor().get(confirm)).text, /has been used/);
});

test('an invitation opens once, not after 14 days, and a new one ends the old', async () => {
  const set = await schoolWithAdministrator();
  const { site, school } = set;
  const ann = await makePerson(site.db, school, { account: false });
  const first = await invite(set, ann.personId);
  const second = await invite(set, ann.personId);
  assert.match((await site.visitor().get(first)).text, /no longer valid/);
  await site.visitor().post(first, { password });
  assert.equal((await site.visitor().post('/sign-in', { email: ann.email, password })).status, 422);

  site.clock.move(15 * day);
  assert.match((await site.visitor().get(second)).text, /no longer valid/);
  const third = await invite(set, ann.personId);
  assert.equal((await site.visitor().post(third, { password })).to, '/');
  const again = await site.visitor().post(third, { password: 'another long one' });
  assert.equal(again.to, third);
  assert.match((await site.visitor().get(third)).text, /has been used/);
  assert.equal((await site.visitor().post('/sign-in', { email: ann.email, password })).status, 303);
  assert.match((await site.visitor().get('/welcome/nothing-like-it')).text, /do not know this link/);
});

test('of two who hold the same invitation one opens the account', async () => {
  const set = await schoolWithAdministrator();
  const ann = await makePerson(set.site.db, set.school, { account: false });
  const path = await invite(set, ann.personId);
  const answers = await Promise.all(
    ['quiet river stone', 'noisy river stone'].map((each) =>
      set.site.visitor().post(path, { password: each }),
    ),
  );
  assert.deepEqual(answers.map(({ to }) => to === '/').sort(), [false, true]);
});

test('nobody gets into an open account by inviting its holder or by adding an address to it', async () => {
  const { site, school, office, mails } = await schoolWithAdministrator();
  const head = await makePerson(site.db, school, { name: 'Gwen Davies', roles: ['head'], password });
  assert.equal((await office.post(`/people/${head.personId}/invite`)).status, 422);
  assert.equal((await office.post(`/people/${head.personId}/link`)).status, 422);
  await office.post(`/people/${head.personId}/edit`, {
    given: 'Gwen',
    family: 'Davies',
    email: 'dewi@elsewhere.example',
  });
  const addresses = await site.db
    .selectFrom('person_email')
    .select('address')
    .where('person_id', '=', head.personId)
    .execute();
  assert.deepEqual(addresses, [{ address: head.email }]);
  assert.equal((await office.post('/people/invite', { people: [head.personId] })).status, 422);
  await deliver(site);
  assert.equal(mails.length, 0);
});

test('an address that its holder never agreed to gets no link to a new password', async () => {
  const { site, school, mails } = await schoolWithAdministrator();
  const ann = await makePerson(site.db, school, { email: 'ann@school.example', password });
  await site.db
    .insertInto('person_email')
    .values({
      address: 'thief@elsewhere.example',
      person_id: ann.personId,
      kind: 'work',
      confirmed_at: null,
      created_at: site.clock.now,
    })
    .execute();
  await site.visitor().post('/forgotten', { email: 'thief@elsewhere.example' });
  await deliver(site);
  assert.equal(mails.length, 0);
});

test('a data manager cannot open the account of the head, and the link is shown once to whoever may', async () => {
  const { site, school, office } = await schoolWithAdministrator();
  const data = await site.as(await makePerson(site.db, school, { roles: ['data-manager'] }));
  const head = await makePerson(site.db, school, { name: 'Gwen Davies', roles: ['head'], account: false });
  const teacher = await makePerson(site.db, school, { account: false });
  assert.equal((await data.post(`/people/${head.personId}/link`)).status, 422);
  assert.equal((await data.post(`/people/${teacher.personId}/link`)).status, 200);
  const elsewhere = { given: 'Gwen', family: 'Davies', email: 'data@elsewhere.example' };
  assert.equal((await data.post(`/people/${head.personId}/edit`, elsewhere)).status, 422);

  const made = await office.post(`/people/${head.personId}/link`);
  assert.equal(made.to, '', 'its secret stands in no address');
  const path = /http:\/\/school\.example(\/welcome\/[\w-]+)/.exec(made.text)![1]!;
  assert.equal((await site.visitor().get(path)).status, 200);
  assert.doesNotMatch((await office.get(`/people/${head.personId}/invite`)).text, /welcome\//);
  assert.equal((await site.visitor().post(path, { password })).to, '/');
});

test('a forgotten password is replaced by a link that works once, for two hours, and ends all sessions', async () => {
  const { site, school, mails } = await schoolWithAdministrator();
  const ann = await makePerson(site.db, school, { email: 'ann@school.example', password });
  const elsewhere = await site.as(ann);
  await site.visitor().post('/forgotten', { email: 'Ann@school.example ' });
  await deliver(site);
  const late = linkIn(mails[0]);
  site.clock.move(3 * 3_600_000);
  assert.match((await site.visitor().get(late)).text, /no longer valid/);

  await site.visitor().post('/forgotten', { email: 'ann@school.example' });
  await deliver(site);
  const path = linkIn(mails[1]);
  const browser = site.visitor();
  assert.match((await browser.post(path, { password: 'short' })).text, /at least 10 characters/i);
  assert.equal((await browser.post(path, { password: 'a better one now' })).to, '/');
  assert.equal((await browser.get('/today')).status, 200);
  assert.match((await elsewhere.get('/today')).to, /^\/sign-in/);
  assert.equal((await site.visitor().post(path, { password: 'yet another one' })).to, path);
  assert.equal(
    (await site.visitor().post('/sign-in', { email: 'ann@school.example', password })).status,
    422,
  );
  assert.equal(
    (await site.visitor().post('/sign-in', { email: 'ann@school.example', password: 'a better one now' }))
      .status,
    303,
  );
});

test('asking for a new password tells nobody who has an account, by words, by mail or by how often', async () => {
  const { site, school, mails } = await schoolWithAdministrator();
  await makePerson(site.db, school, { email: 'with@school.example', password });
  await makePerson(site.db, school, { email: 'never-invited@school.example', account: false });
  const asks = (email: string) => site.visitor().post('/forgotten', { email });
  const texts = [];
  for (const email of ['with@school.example', 'never-invited@school.example', 'nobody@school.example']) {
    const answer = await asks(email);
    texts.push(`${answer.status} ${answer.to} ${answer.text.replaceAll(email, '')}`);
    for (let more = 0; more < 5; more++) await asks(email);
    assert.equal((await asks(email)).status, 429, `${email} waits after six`);
  }
  assert.equal(new Set(texts).size, 1);
  await deliver(site);
  assert.deepEqual([...new Set(mails.map(({ to }) => to))], ['with@school.example']);
});

test('a personal address that belongs to another account is not told apart until its mail is read', async () => {
  const set = await schoolWithAdministrator();
  const { site, school, mails } = set;
  await makePerson(site.db, school, { email: 'taken@home.example', password });
  const said: string[] = [];
  const links: string[] = [];
  for (const personal of ['taken@home.example', 'free@home.example']) {
    const person = await makePerson(site.db, school, { account: false });
    const opened = await site.visitor().post(await invite(set, person.personId), { password, personal });
    said.push(opened.said.replace(personal, ''));
    await deliver(site);
    links.push(linkIn(mails.at(-1)));
  }
  assert.equal(said[0], said[1]);
  const taken = await site.visitor().post(links[0]!);
  assert.equal(taken.status, 422);
  assert.match(taken.text, /belongs to another account/);
  assert.equal((await site.visitor().post(links[1]!)).status, 303);
});

test('somebody who has left gets no new password by the school’s address, and one by their own', async () => {
  const { site, school, office, mails } = await schoolWithAdministrator();
  const ann = await makePerson(site.db, school, { email: 'ann@school.example', password });
  await site.db
    .insertInto('person_email')
    .values({
      address: 'ann@home.example',
      person_id: ann.personId,
      kind: 'personal',
      confirmed_at: site.clock.now,
      created_at: site.clock.now,
    })
    .execute();
  await office.post(`/people/${ann.personId}/leave`, { last: '2026-11-18' });
  await deliver(site);
  for (const email of ['ann@school.example', 'ann@home.example'])
    await site.visitor().post('/forgotten', { email });
  await deliver(site);
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['ann@home.example'],
  );
});

test('the address of a school that somebody has left leads nowhere, though they belong to another', async () => {
  const { site, school, mails } = await schoolWithAdministrator();
  const ann = await makePerson(site.db, school, { email: 'ann@school.example', password });
  const hill = await makeSchool(site.db, 'Hill Lane Primary');
  const member = { personId: ann.personId, givenName: 'Ann', familyName: 'Puw', kind: 'staff' as const };
  await insertMember(site.db, hill.id, member, site.clock.now);
  await affiliate(site.db, [ann.personId], hill.id, site.clock.now);
  const signIn = () => site.visitor().post('/sign-in', { email: 'ann@school.example', password });
  assert.equal((await signIn()).status, 303);

  await endAffiliation(site.db, ann.personId, school.id, site.clock.now);
  assert.equal((await signIn()).status, 422);
  await site.visitor().post('/forgotten', { email: 'ann@school.example' });
  await deliver(site);
  assert.equal(mails.length, 0);
  const written = await selectAddressees(site.services, hill.id, [ann.personId]);
  assert.deepEqual(written, [], 'and no letter of the other school goes there');

  await affiliate(site.db, [ann.personId], school.id, site.clock.now);
  assert.equal((await signIn()).status, 303, 'once they are back it is theirs again');
});

test('a link made before somebody left opens nothing afterwards', async () => {
  const set = await schoolWithAdministrator();
  const ann = await makePerson(set.site.db, set.school, { account: false });
  const path = await invite(set, ann.personId);
  await set.office.post(`/people/${ann.personId}/leave`, { last: '2026-11-18' });
  assert.match((await set.site.visitor().get(path)).text, /no longer valid/);
  assert.equal((await set.site.visitor().post(path, { password })).to, path);
});

test('a pupil whom the school knows without an address opens an account with one of their own', async () => {
  const set = await schoolWithAdministrator();
  const { site, school, office } = set;
  const cai = await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil', account: false });
  await site.db.deleteFrom('person_email').where('person_id', '=', cai.personId).execute();
  const path = await handedOver(office, cai.personId);
  assert.match((await site.visitor().post(path, { password })).text, /Write your e-mail address/);
  assert.equal((await site.visitor().post(path, { password, email: 'cai@home.example' })).to, '/');
  assert.equal((await site.visitor().post('/sign-in', { email: 'cai@home.example', password })).status, 303);
});

async function handedOver(office: Awaited<ReturnType<TestSite['as']>>, personId: string): Promise<string> {
  const made = await office.post(`/people/${personId}/link`);
  return /\/welcome\/[\w-]+/.exec(made.text)![0];
}
