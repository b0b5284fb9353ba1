import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { linkIn, mailbox } from '#test/mailbox.ts';
import { testSite } from '#test/site.ts';

async function office() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const dewi = await makePerson(site.db, school, { name: 'Dewi Jones', roles: ['administrator'] });
  return { site, school, dewi, browser: await site.as(dewi), mails: mailbox(site) };
}

const password = 'quiet river stone';
const nia = {
  kind: 'staff',
  given: 'Nia',
  family: 'Hall',
  job: 'Year 3 teacher',
  email: 'nia@school.example',
  start: '2026-11-18',
};

test('a colleague is added by hand with several roles, invited, and comes in', async () => {
  const { site, browser, mails } = await office();
  const added = await browser.post('/people/new', { ...nia, roles: ['mentor', 'coach'] });
  assert.equal(added.status, 303);
  const page = (await browser.get(added.to)).text;
  for (const said of ['Nia Hall', 'Year 3 teacher', 'Mentor', 'Coach']) assert.ok(page.includes(said), said);
  await deliver(site);
  assert.equal(mails.length, 0, 'nobody is invited by being added');
  assert.equal(
    (await browser.post('/people/invite', { people: [added.to.split('/')[2]!] })).said,
    '1 invitation is on its way.',
  );
  await deliver(site);
  const newcomer = site.visitor();
  assert.equal((await newcomer.post(linkIn(mails[0]), { password })).to, '/');
  assert.equal((await newcomer.get(added.to)).status, 200);
});

test('without a mail server nobody is told that a letter goes, and a link can be handed over', async () => {
  const { site, browser } = await office();
  site.services.mailer = { ...site.services.mailer, hasServer: false };
  const { to } = await browser.post('/people/new', nia);
  const person = (await browser.get(to)).text;
  assert.match(person, /No mail server is set/);
  assert.match(person, /Their link can be handed over/);
  assert.match(person, /href="\/help\/mail"/);
  assert.match((await browser.get('/people')).text, /No mail server is set/);
  assert.match((await browser.post(`${to}/invite`)).said, /folder “mail” and no further/);
  assert.match((await browser.get(to)).text, /Invited on 18 November 2026, not opened yet/);
  const many = await browser.post('/people/invite', { people: [to.split('/')[2]!] });
  assert.match(many.said, /1 invitation goes into the folder “mail” and no further/);
  assert.doesNotMatch((await browser.get('/people')).text, /on (its|their) way/);
});

test('whoever begins later is prepared for, and reads nothing of the school’s until that day', async () => {
  const { site, browser, mails } = await office();
  const added = await browser.post('/people/new', { ...nia, start: '2026-11-23' });
  assert.match((await browser.get('/people')).text, /Nia Hall/);
  assert.match((await browser.get(added.to)).text, /Nia Hall begins on .*23 November/);
  await browser.post('/people/invite', { people: [added.to.split('/')[2]!] });
  await deliver(site);
  const newcomer = site.visitor();
  await newcomer.post(linkIn(mails[0]), { password });
  assert.equal((await newcomer.get('/me')).status, 200);
  assert.equal((await newcomer.get(added.to)).status, 403);
  site.clock.set('2026-11-23T09:00:00Z');
  assert.equal((await newcomer.get(added.to)).status, 200);
  assert.doesNotMatch((await browser.get(added.to)).text, /begins on/);
});

test('one name is enough, no name is not', async () => {
  const { browser } = await office();
  const one = await browser.post('/people/new', { kind: 'staff', given: 'Suharto', start: '2026-11-18' });
  assert.match((await browser.get(one.to)).text, /<h1[^>]*>Suharto<\/h1>/);
  assert.equal(
    (await browser.post('/people/new', { kind: 'staff', given: ' ', family: '', start: '2026-11-18' }))
      .status,
    422,
  );
});

test('somebody of the same name is asked about once', async () => {
  const { browser } = await office();
  await browser.post('/people/new', { ...nia, email: '' });
  const twin = { ...nia, given: 'NIA', email: '' };
  const asked = await browser.post('/people/new', twin);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /is in the list already/);
  assert.match(asked.text, /name="same"/);
  assert.equal((await browser.post('/people/new', { ...twin, same: 'yes' })).status, 303);
});

test('a data manager adds people and appoints nobody', async () => {
  const { site, school } = await office();
  const data = await site.as(await makePerson(site.db, school, { roles: ['data-manager'] }));
  assert.equal((await data.post('/people/new', { ...nia, roles: ['head'] })).status, 422);
  assert.equal((await data.post('/people/new', nia)).status, 303);
});

test('a specialist is a guest with an address, sees nothing of the school, and joins a second school under the same account', async () => {
  const { site, browser, mails } = await office();
  const amara = {
    kind: 'guest',
    given: 'Amara',
    family: 'Obi',
    job: 'Reading specialist',
    from: 'Bangor University',
    start: '2026-11-18',
  };
  assert.equal((await browser.post('/people/new', amara)).status, 422);
  const added = await browser.post('/people/new', { ...amara, email: 'amara@bangor.example' });
  assert.match((await browser.get('/people?kind=guest')).text, /Reading specialist; Bangor University/);
  await deliver(site);

  const other = await makeSchool(site.db, 'Hill Lane Primary');
  const ruth = await site.as(
    await makePerson(site.db, other, { name: 'Ruth Bell', roles: ['administrator'] }),
  );
  const early = await ruth.post('/people/new', { ...amara, email: 'amara@bangor.example' });
  assert.match(early.text, /the account is not open yet/);

  await browser.post(`${added.to}/invite`);
  await deliver(site);
  const guest = site.visitor();
  await guest.post(linkIn(mails[0]), { password });
  for (const closed of ['/people', '/school', '/school/dates'])
    assert.equal((await guest.get(closed)).status, 403, closed);
  const joined = await ruth.post('/people/new', { ...amara, email: 'amara@bangor.example' });
  assert.equal(joined.to, added.to);
  const people = await site.db.selectFrom('person').select('id').where('family_name', '=', 'Obi').execute();
  assert.equal(people.length, 1);
});

test('names and details are put right; an address too, until the account is open', async () => {
  const { site, browser } = await office();
  const { to } = await browser.post('/people/new', nia);
  await browser.post(`${to}/edit`, {
    given: 'Nia',
    family: 'Hall-Rees',
    called: 'Ni',
    job: 'Deputy',
    email: 'nia.hr@school.example',
  });
  const page = (await browser.get(to)).text;
  for (const said of ['Ni</h1>', 'Deputy', 'nia.hr@school.example']) assert.ok(page.includes(said), said);
  assert.doesNotMatch(page, /nia@school/);
  assert.match((await browser.get('/people?q=rees')).text, /<bdi>Ni<\/bdi>/);
  const taken = await browser.post(`${to}/edit`, {
    given: 'Nia',
    family: 'Hall',
    email: (
      await site.db
        .selectFrom('person_email')
        .select('address')
        .where('address', 'like', 'person%')
        .executeTakeFirstOrThrow()
    ).address,
  });
  assert.equal(taken.status, 422);
  assert.match((await browser.get(to)).text, /nia\.hr@school\.example/);
});

test('invitations that cannot be sent are explained on the list they were ticked in', async () => {
  const { site, school, browser } = await office();
  await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil', password });
  const answer = await browser.post('/people/invite', { back: '/people?kind=pupil' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Tick whom to invite/);
  assert.match(answer.text, /<bdi>Cai Roberts/);
  assert.doesNotMatch(answer.text, /<tick-all/, 'where nobody can be ticked nothing ticks them all');
});

test('everybody on a page who can be invited is ticked by one link, and who was ticked stays so', async () => {
  const { site, school, browser } = await office();
  const pupil = { kind: 'pupil', account: false } as const;
  const [ann, bea] = [await makePerson(site.db, school, pupil), await makePerson(site.db, school, pupil)];
  const ticked = (page: string): string[] =>
    [...page.matchAll(/<input[^>]*name="people" value="([^"]+)" checked/g)].map(([, id]) => id!).toSorted();
  const list = (await browser.get('/people?kind=pupil')).text;
  assert.deepEqual(ticked(list), []);
  const all = /<tick-all[^>]*><a href="([^"]+)"/.exec(list)![1]!.replaceAll('&amp;', '&');
  assert.equal(all, '/people?kind=pupil&tick=all');
  assert.deepEqual(ticked((await browser.get(all)).text), [ann.personId, bea.personId].toSorted());

  const again = await browser.post('/people/invite', {
    people: [bea.personId, 'x'],
    back: '/people?kind=pupil',
  });
  assert.deepEqual(ticked(again.text), [bea.personId]);
});
