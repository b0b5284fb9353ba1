import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSchool } from '#test/factories.ts';
import { markupTroubles } from '#test/html-rules.ts';
import { testSite, type Fields } from '#test/site.ts';

const sent: Fields = {
  school: 'Ysgol Gynradd Llanfairpwllgwyngyll',
  kind: 'school',
  zone: 'Europe/London',
  language: 'en-GB',
  currency: 'GBP',
  given: 'Gwenllïan',
  family: 'ap Rhys',
  email: 'Gwen@school.example',
  personal: 'gwen@home.example',
  password: 'quiet river stone',
  cpd: 'yes',
  year: '2026/27',
  term1: 'Autumn',
  term1_from: '2026-09-01',
  term1_until: '2026-12-18',
  half1_from: '2026-10-26',
  half1_until: '2026-10-30',
  training: '2026-09-01',
};

test('a new installation is set up on one page, and one lands in one’s school, signed in', async () => {
  const site = await testSite();
  const browser = site.visitor();
  const page = await browser.get('/setup');
  assert.equal(page.status, 200);
  assert.match(page.text, /value="2026-09-01"/);
  assert.match(page.text, /value="2027-07-23"/);
  assert.deepEqual(await markupTroubles(page.text), []);

  const answer = await browser.post('/setup', sent);
  assert.equal(answer.to, '/school');
  const school = await browser.get('/school');
  assert.equal(school.status, 200);
  assert.match(school.text, /Ysgol Gynradd Llanfairpwllgwyngyll/);
  assert.match(school.text, /Autumn, until 18 December 2026/);

  const roles = await site.db
    .selectFrom('appointment')
    .select(['role'])
    .where('owner_id', 'in', (q) => q.selectFrom('organisation').select('id'))
    .execute();
  assert.deepEqual(roles.map(({ role }) => role).sort(), ['administrator', 'cpd-leader']);
  // The personal address is not anybody's until its link is used.
  const addresses = await site.db.selectFrom('person_email').select(['address', 'kind']).execute();
  assert.deepEqual(addresses, [{ address: 'gwen@school.example', kind: 'work' }]);
  assert.equal(
    (await site.visitor().post('/sign-in', { email: 'gwen@school.example', password: 'quiet river stone' }))
      .status,
    303,
  );
});

test('set-up is there once: afterwards the page leads to signing in and the form changes nothing', async () => {
  const site = await testSite();
  await makeSchool(site.db);
  assert.equal((await site.visitor().get('/setup')).to, '/sign-in');
  assert.equal((await site.visitor().post('/setup', sent)).to, '/sign-in');
  const { n } = await site.db
    .selectFrom('person')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(n), 0);
});

test('of two who set up at the same moment one does', async () => {
  const site = await testSite();
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((who) =>
      site.visitor().post('/setup', { ...sent, email: `${who}@school.example` }),
    ),
  );
  assert.deepEqual(answers.map(({ to }) => to).sort(), ['/school', '/sign-in', '/sign-in']);
  assert.equal((await site.db.selectFrom('organisation').select('id').execute()).length, 1);
  assert.equal((await site.db.selectFrom('person').select('id').execute()).length, 1);
});

test('where strangers can reach the page, the number from the server is asked for, and guessing it is slowed down', async () => {
  const site = await testSite();
  site.services.setupCode = '482913';
  assert.match((await site.visitor().get('/setup')).text, /Number from the server/);
  assert.equal((await site.visitor().post('/setup', sent)).status, 422);
  for (let guess = 0; guess < 5; guess++)
    assert.equal(
      (await site.visitor().post('/setup', { ...sent, code: String(100_000 + guess) })).status,
      422,
    );
  assert.equal((await site.visitor().post('/setup', { ...sent, code: '482913' })).status, 429);
  site.clock.move(61_000);
  assert.equal((await site.visitor().post('/setup', { ...sent, code: '482913' })).to, '/school');
});

test('what is usual is filled in and stands aside; it opens by itself where something has to be put right', async () => {
  const site = await testSite();
  const page = (await site.visitor().get('/setup')).text;
  const dates = page.slice(page.indexOf('The school year'));
  assert.doesNotMatch(dates, /\(optional\)/);
  assert.doesNotMatch(page, /<details class="more" open/);
  const aside = (text: string) => text.split('<details class="more"').slice(1);
  assert.match(aside(page)[0]!, /name="zone"/);
  assert.match(aside(page)[1]!, /name="half1_from"[^]*name="training"/);
  const wrong = (await site.visitor().post('/setup', { ...sent, half1_until: '2026-10-01' })).text;
  assert.match(aside(wrong)[1]!, /^ open/);
  assert.doesNotMatch(aside(wrong)[0]!, /^ open/);
});

test('what cannot be accepted is said beside the field, and what was typed is kept', async () => {
  const site = await testSite();
  const answer = await site
    .visitor()
    .post('/setup', { ...sent, password: 'short', term1_until: '2026-08-01', zone: 'Mars/Olympus' });
  assert.equal(answer.status, 422);
  for (const said of [
    /Choose a time zone from the list/,
    /Use at least 10 characters/,
    /The last day is before/,
  ])
    assert.match(answer.text, said, 'all in one answer');
  const dates = await site.visitor().post('/setup', { ...sent, term1_until: '2026-08-01' });
  assert.match(dates.text, /The last day is before the first/);
  assert.match(dates.text, /Gwenllïan/);
  const overlapping = { ...sent, term2: 'Spring', term2_from: '2026-12-14', term2_until: '2027-03-26' };
  const terms = await site.visitor().post('/setup', overlapping);
  assert.equal(terms.status, 422);
  assert.match(terms.text, /This is before the end of Autumn/);
  const guessed = await site.visitor().post('/setup', { ...sent, password: 'gwenllïan1234' });
  assert.match(guessed.text, /Leave out your own name/);
  assert.equal((await site.db.selectFrom('organisation').select('id').execute()).length, 0);
});

test('the dates can be left for later, and one name is enough', async () => {
  const site = await testSite();
  const browser = site.visitor();
  assert.equal(
    (await browser.post('/setup', { ...sent, family: '', later: 'yes', term1_until: '' })).to,
    '/school',
  );
  assert.match((await browser.get('/school')).text, /Write down the term dates/);
  assert.match((await browser.get('/school/dates')).text, /No dates are written down yet/);
});
