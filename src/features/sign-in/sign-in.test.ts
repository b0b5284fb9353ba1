import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

test('somebody signs in with their address and password, and lands on their first page', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ffion = await makePerson(site.db, school, {
    name: 'Ffion Puw',
    email: 'ffion@school.example',
    password: 'three quiet words',
  });
  const browser = site.visitor();

  const answer = await browser.post('/sign-in', {
    email: ' Ffion@School.example',
    password: 'three quiet words',
    then: '/today',
  });
  assert.equal(answer.status, 303);
  assert.equal(answer.to, '/today');
  const page = await browser.get('/today');
  assert.equal(page.status, 200);
  assert.ok(page.text.includes(`data-who="${ffion.personId}"`));
  assert.match(page.text, /Wednesday 18 November/);
});

test('a wrong password and an unknown address are answered alike', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  await makePerson(site.db, school, { email: 'known@school.example', password: 'three quiet words' });
  const answers = [];
  for (const email of ['known@school.example', 'unknown@school.example']) {
    const answer = await site.visitor().post('/sign-in', { email, password: 'not this one' });
    assert.equal(answer.status, 422);
    answers.push(answer.text.replaceAll(email, ''));
  }
  assert.equal(answers[0], answers[1]);
});

test('after six wrong passwords the address waits, and comes back by itself', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  await makePerson(site.db, school, { email: 'ann@school.example', password: 'three quiet words' });
  const right = { email: 'ann@school.example', password: 'three quiet words' };
  for (let i = 0; i < 6; i++) await site.visitor().post('/sign-in', { ...right, password: 'wrong' });
  assert.equal((await site.visitor().post('/sign-in', right)).status, 429);
  site.clock.move(61_000);
  assert.equal((await site.visitor().post('/sign-in', right)).status, 303);
});

test('a page asked for before signing in is where one arrives afterwards, but never another site', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  await makePerson(site.db, school, { email: 'ann@school.example', password: 'three quiet words' });
  const right = { email: 'ann@school.example', password: 'three quiet words' };
  assert.equal((await site.visitor().get('/today?x=1')).to, '/sign-in?then=%2Ftoday%3Fx%3D1');
  assert.equal((await site.visitor().post('/sign-in', { ...right, then: '/today?x=1' })).to, '/today?x=1');
  for (const then of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])
    assert.equal((await site.visitor().post('/sign-in', { ...right, then })).to, '/');
});

test('a write from another site changes nothing', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school);
  const browser = await site.as(ann);
  const response = await site.app.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(response.statusCode, 403);
  assert.equal((await browser.get('/today')).status, 200);
  assert.equal((await browser.post('/sign-out')).status, 303);
  assert.equal((await browser.get('/today')).status, 303);
});

test('the school’s address stops signing in when the person has left; the personal one still does', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, {
    email: 'ann@school.example',
    password: 'three quiet words',
  });
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
  await site.db
    .updateTable('affiliation')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', ann.personId)
    .execute();
  assert.equal(
    (await site.visitor().post('/sign-in', { email: 'ann@school.example', password: 'three quiet words' }))
      .status,
    422,
  );
  assert.equal(
    (await site.visitor().post('/sign-in', { email: 'ann@home.example', password: 'three quiet words' }))
      .status,
    303,
  );
});
