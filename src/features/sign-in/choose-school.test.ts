import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affiliate, endAffiliation, insertMember } from '#features/people/index.ts';
import { secretFor } from '#platform/auth/sessions.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

const right = { email: 'amara@home.example', password: 'three quiet words' };

/** A specialist who is a guest at two schools, and a third school where she is nobody. */
async function guestOfTwo() {
  const site = await testSite();
  const [bryn, hill, third] = [
    await makeSchool(site.db, 'Ysgol Bryn Coch'),
    await makeSchool(site.db, 'Hill Lane Primary'),
    await makeSchool(site.db, 'Third School'),
  ];
  const amara = await makePerson(site.db, bryn, { name: 'Amara Obi', kind: 'guest', ...right });
  const names = { givenName: 'Amara', familyName: 'Obi' };
  site.clock.move(1000);
  await insertMember(site.db, hill.id, { ...names, personId: amara.personId, kind: 'guest' }, site.clock.now);
  await affiliate(site.db, [amara.personId], hill.id, site.clock.now);
  return { site, bryn, hill, third, amara };
}

test('somebody who belongs to two schools is asked which one, and goes on from there to where they wanted', async () => {
  const { site, bryn } = await guestOfTwo();
  const browser = site.visitor();
  const asked = await browser.post('/sign-in', { ...right, then: '/today' });
  assert.equal(asked.to, '/sign-in/school?then=%2Ftoday');
  const page = await browser.get(asked.to);
  assert.match(page.text, /Which school\?/);
  assert.match(page.text, /Ysgol Bryn Coch[^]*Hill Lane Primary|Hill Lane Primary[^]*Ysgol Bryn Coch/);
  assert.doesNotMatch(page.text, /Third School/);

  const chosen = await browser.post('/sign-in/school', { school: bryn.id, then: '/today' });
  assert.equal(chosen.to, '/today');
  assert.match((await browser.get('/today')).text, /You are in Ysgol Bryn Coch now\./);
  assert.match((await browser.get('/today')).text, /class="home"[^]*Ysgol Bryn Coch/);
});

test('the school chosen last is the one of the next sign-in', async () => {
  const { site, bryn, hill } = await guestOfTwo();
  const browser = site.visitor();
  for (const school of [bryn, hill, bryn]) {
    site.clock.move(60_000);
    await browser.post('/sign-in', right);
    await browser.post('/sign-in/school', { school: school.id });
    site.clock.move(60_000);
    await browser.post('/sign-out');
    const next = site.visitor();
    await next.post('/sign-in', right);
    const first = (await next.get('/sign-in/school')).text.match(/name="school" value="([^"]+)"/)?.[1];
    assert.equal(first, school.id, school.name);
    await next.post('/sign-out');
  }
});

test('nobody gets into a school they do not belong to, or have left', async () => {
  const { site, bryn, hill, third, amara } = await guestOfTwo();
  const browser = await site.as(amara);
  assert.equal((await browser.post('/sign-in/school', { school: third.id })).status, 403);
  await endAffiliation(site.db, amara.personId, hill.id, site.clock.now);
  assert.equal((await browser.post('/sign-in/school', { school: hill.id })).status, 403);
  assert.match((await browser.get('/me')).text, /class="home"[^]*Ysgol Bryn Coch/);
  const sessions = await site.db.selectFrom('session').select('organisation_id').execute();
  assert.deepEqual(
    sessions.map((each) => each.organisation_id),
    [bryn.id],
  );
});

test('changing school keeps the one sign-in, and the old cookie opens nothing', async () => {
  const { site, hill, amara } = await guestOfTwo();
  const cookie = await site.cookieOf(amara);
  const now = site.clock.now;
  const { sessionId } = (await site.services.sessions.find(cookie.value, now))!;
  const secret = secretFor(hill.id);
  await site.services.sessions.move(amara.personId, sessionId, secret, now);
  assert.equal(await site.services.sessions.find(cookie.value, now), undefined);
  const moved = await site.services.sessions.find(secret, now);
  assert.equal(moved?.sessionId, sessionId);
  assert.equal(moved.standing.organisation.name, 'Hill Lane Primary');
});

test('only somebody with several schools is offered a change on their own page, and is not asked otherwise', async () => {
  const { site, bryn, amara } = await guestOfTwo();
  const ann = await makePerson(site.db, bryn, { email: 'ann@school.example', password: right.password });
  assert.match((await (await site.as(amara)).get('/me')).text, /href="\/sign-in\/school">Change school/);
  assert.doesNotMatch((await (await site.as(ann)).get('/me')).text, /Change school/);
  const answer = await site.visitor().post('/sign-in', { ...right, email: ann.email });
  assert.equal(answer.to, '/');
});

test('where changing school fails one is still signed in, in the school one was in', async () => {
  const { site, hill, amara } = await guestOfTwo();
  const browser = await site.as(amara);
  const move = site.services.sessions.move;
  site.services.sessions.move = async () => {
    throw new Error('the database went away');
  };
  assert.equal((await browser.post('/sign-in/school', { school: hill.id })).status, 500);
  site.services.sessions.move = move;
  assert.match(String(site.problems.pop()), /went away/);
  assert.match((await browser.get('/me')).text, /class="home"[^]*Ysgol Bryn Coch/);
});

test('a form left open in one school does nothing in the other, and choosing a school goes through', async () => {
  const { site, bryn, hill, amara } = await guestOfTwo();
  const browser = await site.as(amara);
  const left = (await browser.get('/me/display')).text;
  const drawn = left.match(/name="drawn_for" value="([^"]+)"/)?.[1];
  assert.equal(drawn, `${bryn.id} ${amara.personId}`);
  assert.doesNotMatch((await browser.get('/sign-in/school')).text, /drawn_for/);
  await browser.post('/sign-in/school', { school: hill.id });
  const answer = await browser.post('/me/display', { drawn_for: drawn, theme: 'dark' });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /You are in another school now/);
});
