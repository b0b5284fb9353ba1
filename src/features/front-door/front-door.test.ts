import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

test('a new installation asks: look round the demo, or set up my school', async () => {
  const site = await testSite();
  const page = await site.visitor().get('/');
  assert.equal(page.status, 200);
  assert.match(page.text, /Look round the demo/);
  assert.match(page.text, /Set up my school/);
});

test('with a school there, the first page leads to signing in, and somebody signed in to their start', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  assert.equal((await site.visitor().get('/')).to, '/sign-in');
  const starts = { staff: '/today', guest: '/my-learning', pupil: '/today', family: '/today' } as const;
  for (const [kind, start] of Object.entries(starts)) {
    const person = await makePerson(site.db, school, { kind: kind as keyof typeof starts });
    assert.equal((await (await site.as(person)).get('/')).to, start, kind);
  }
});

test('the demo offers its people by role in one click and says on every page that it is the demo', async () => {
  const site = await testSite({ demo: true });
  const school = await makeSchool(site.db);
  const leader = await makePerson(site.db, school, { name: 'Priya Sharma', roles: ['cpd-leader', 'head'] });
  await makePerson(site.db, school, { name: 'Ruth Okafor', roles: ['head'] });
  await makePerson(site.db, school, { name: 'Amina Farah', roles: ['teacher'] });
  await makePerson(site.db, school, { name: 'Yusuf Rahman', roles: ['teacher'] });
  const browser = site.visitor();
  const door = await browser.get('/');
  const { to } = await browser.get('/teaching');
  assert.match(
    (await browser.get(to)).text,
    /nobody needs a password here[^]*?href="\/"[^]*?Choose who you are/,
  );
  assert.match(door.text, /Be Priya Sharma/);
  assert.doesNotMatch(door.text, /Be Ruth Okafor/, 'one person stands for each role');
  const [first, others] = door.text.split('Be somebody else of the school');
  assert.match(first!, /Be Amina Farah/);
  assert.match(others!, /Be Yusuf Rahman/, 'both sides of a story can be seen');
  assert.equal((await browser.post('/demo/enter', { person: leader.personId })).to, '/');
  const today = await browser.get('/today');
  assert.equal(today.status, 200);
  assert.match(today.text, /This is the demo/);
});

test('a school’s own site has no way in without a password', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const head = await makePerson(site.db, school, { roles: ['head'] });
  const browser = site.visitor();
  assert.equal((await browser.post('/demo/enter', { person: head.personId })).status, 404);
  assert.equal((await browser.get('/demo')).status, 404);
  assert.equal((await browser.post('/demo/remove')).status, 404);
  assert.equal((await browser.get('/today')).status, 303);
});

test('the demo’s cookie opens nothing at the school', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const head = await makePerson(site.db, school, { roles: ['head'] });
  const secret = await site.services.sessions.begin(head.personId, school.id, 'Test', site.clock.now);
  const response = await site.app.inject({ url: '/today', cookies: { staffroom_demo: secret } });
  assert.equal(response.statusCode, 303);
});

test('once the school is set up, a stranger cannot have the demo made; an administrator and this computer can', async () => {
  const site = await testSite();
  let made = 0;
  site.services.demoHouse = {
    state: () => ({ is: 'absent' }),
    open: () => void (made += 1),
    remove: async () => {},
    schoolAddress: 'http://school.example',
  };
  const ask = async (more: { from?: string; cookie?: string; through?: string } = {}) => {
    const { statusCode } = await site.app.inject({
      method: 'POST',
      url: '/demo/open',
      remoteAddress: more.from ?? '10.1.2.3',
      headers: more.through ? { 'x-forwarded-for': more.through } : {},
      cookies: more.cookie ? { staffroom: more.cookie } : {},
    });
    return statusCode;
  };
  assert.equal(await ask(), 303, 'on the first page anybody may look round');

  const school = await makeSchool(site.db);
  const cookieOf = async (...roles: string[]) =>
    (await site.cookieOf(await makePerson(site.db, school, { roles }))).value;
  made = 0;
  assert.equal(await ask(), 403);
  assert.equal(await ask({ cookie: await cookieOf('teacher') }), 403);
  assert.equal(
    await ask({ from: '127.0.0.1', through: '10.1.2.3' }),
    403,
    'through a proxy on this computer',
  );
  assert.equal(made, 0);
  assert.equal(await ask({ cookie: await cookieOf('administrator') }), 303);
  assert.equal(await ask({ from: '127.0.0.1' }), 303);
  assert.equal(made, 2);
});
