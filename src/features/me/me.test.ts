import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/db/ids.ts';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { testSite, type TestSite } from '#test/site.ts';
import { logged, scene } from '#features/try-outs/try-outs.scene.ts';

async function log(
  site: TestSite,
  school: TestSchool,
  subject: TestPerson,
  reader: TestPerson,
  hiddenUntil?: string,
) {
  await site.db
    .insertInto('access_log')
    .values({
      owner_id: school.id,
      id: newId(),
      item_id: newId(),
      item_kind: 'agreement',
      subject_id: subject.personId,
      reader_id: reader.personId,
      purpose: 'learning',
      manner: 'page',
      at: site.clock.now,
      hidden_until: hiddenUntil ? new Date(hiddenUntil) : null,
    })
    .execute();
}

test('somebody sees who opened what is theirs, and nobody else’s log', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Price' });
  const head = await makePerson(site.db, school, { name: 'Ruth Okafor', roles: ['head'] });
  await log(site, school, ann, head);
  assert.match(
    (await (await site.as(ann)).get('/me/seen')).text,
    /<strong dir="auto">Ruth Okafor<\/strong> opened/,
  );
  // A page that there cannot be is the first one, in every list alike.
  assert.match((await (await site.as(ann)).get('/me/seen?page=1e300')).text, /Ruth Okafor<\/strong> opened/);
  assert.doesNotMatch((await (await site.as(head)).get('/me/seen')).text, /opened your/);
});

test('what was opened is named and linked, so that one of several can be told', async () => {
  const { as, toPartners } = await scene();
  const ann = await as('ann');
  const mine = await logged(ann, { tried: 'Boards before talk', readers: [toPartners] });
  await logged(ann, { tried: 'Paired reading', readers: [toPartners] });
  await (await as('tomos')).get(mine);
  const { text } = await ann.get('/me/seen');
  assert.match(text, new RegExp(`opened your try-out: <a href="${mine}">Boards before talk</a>`));
  assert.doesNotMatch(text, /Paired reading/);
});

test('a line is a sitting of up to half an hour, and the page says so', async () => {
  const { as, site, toPartners } = await scene();
  const ann = await as('ann');
  const mine = await logged(ann, { tried: 'Boards before talk', readers: [toPartners] });
  const times = async () =>
    / (\d+) times?\./.exec((await ann.get('/me/seen')).text.replace(/\s+/g, ' '))?.[1];
  const tomos = await as('tomos');
  await tomos.get(mine);
  site.clock.move(29 * 60_000);
  await tomos.get(mine);
  assert.equal(await times(), '1');
  site.clock.move(60_000);
  await tomos.get(mine);
  assert.equal(await times(), '2');
  assert.match((await ann.get('/me/seen')).text, /within half an hour is written down once/);
  assert.match(
    (await ann.get('/help/who-can-see-what')).text,
    /within half an hour is not written a second time/,
  );
});

test('an opening that must stay hidden appears when its day has come', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school);
  const head = await makePerson(site.db, school, { name: 'Ruth Okafor' });
  await log(site, school, ann, head, '2026-12-01T00:00:00Z');
  const browser = await site.as(ann);
  assert.doesNotMatch((await browser.get('/me/seen')).text, /Ruth Okafor/);
  site.clock.set('2026-12-02T09:00:00Z');
  assert.match((await browser.get('/me/seen')).text, /Ruth Okafor/);
});

test('one signs out elsewhere, and cannot end another person’s sign-in', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school);
  const eve = await makePerson(site.db, school);
  const phone = await site.as(ann);
  const { id: phoneId } = await site.db.selectFrom('session').select('id').executeTakeFirstOrThrow();
  const [desk, hers] = [await site.as(ann), await site.as(eve)];
  await hers.post('/me/sign-ins/end', { session: phoneId });
  assert.equal((await phone.get('/me')).status, 200);
  await desk.post('/me/sign-ins/end', { session: phoneId });
  assert.equal((await phone.get('/me')).status, 303);
  assert.equal((await desk.get('/me')).status, 200);
});

test('changing the password asks for the old one and signs out everywhere else', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, {
    name: 'Ann Price',
    email: 'ann@school.example',
    password: 'three quiet words',
  });
  const [desk, phone] = [await site.as(ann), await site.as(ann)];
  const wrong = await desk.post('/me/password', { current: 'not this', next: 'four even quieter words' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /not the password you have now/);
  assert.match(
    (await desk.post('/me/password', { current: 'three quiet words', next: 'short' })).text,
    /at least 10 characters/,
  );
  assert.equal(
    (await desk.post('/me/password', { current: 'three quiet words', next: 'four even quieter words' }))
      .status,
    303,
  );
  assert.equal((await phone.get('/me')).status, 303);
  assert.equal(
    (
      await site
        .visitor()
        .post('/sign-in', { email: 'ann@school.example', password: 'four even quieter words' })
    ).status,
    303,
  );
});

test('a change of password that is not saved signs nobody out', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { password: 'three quiet words' });
  const [desk, phone] = [await site.as(ann), await site.as(ann)];
  await sql`alter table event rename to event_away`.execute(site.db);
  const fields = { current: 'three quiet words', next: 'four even quieter words' };
  assert.equal((await desk.post('/me/password', fields)).status, 500);
  await sql`alter table event_away rename to event`.execute(site.db);
  site.problems.pop();
  assert.equal((await phone.get('/me')).status, 200);
  assert.equal((await desk.post('/me/password', fields)).status, 303, 'the old password still holds');
});

test('of two changes of one password at once the second is told that it came too late', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { password: 'three quiet words' });
  const desk = await site.as(ann);
  const change = (next: string) => desk.post('/me/password', { current: 'three quiet words', next });
  const answers = await Promise.all([change('four even quieter words'), change('five even quieter words')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
});

test('more people sign out elsewhere at once than there are connections, and nobody waits for another', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const desks = [];
  for (let each = 0; each < 8; each++) desks.push(await site.as(await makePerson(site.db, school)));
  const started = performance.now();
  const answers = await Promise.all(desks.map((desk) => desk.post('/me/sign-ins/end-others')));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
  assert.ok(performance.now() - started < 8000, 'they waited until connections were given up');
});

test('a draft is kept as one types, comes back, and is gone once sent', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school);
  const browser = await site.as(ann);
  const body = JSON.stringify({ text: 'half a thought', password: 'secret', list: ['a', 'b'] });
  const saved = await browser.post('/drafts', { key: 'thing', body });
  assert.equal(saved.status, 204);
  const kept = await site.db
    .selectFrom('draft')
    .select(['body', 'saved_at'])
    .where('owner_id', '=', ann.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(kept.body, { text: 'half a thought', list: ['a', 'b'] });
  assert.equal(saved.headers['draft-saved-at'], kept.saved_at.toISOString());
  assert.equal((await browser.post('/drafts', { key: 'thing', body: 'not json' })).status, 422);
  assert.equal(
    (await browser.post('/drafts/keep', { draft_key: 'thing', text: 'a whole thought' })).status,
    303,
  );
  const after = await site.db
    .selectFrom('draft')
    .select('body')
    .where('owner_id', '=', ann.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(after.body, { text: 'a whole thought' });
});

test('display and language are kept with the person', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const browser = await site.as(await makePerson(site.db, school));
  assert.equal((await browser.post('/me/display', { theme: 'dark', locale: 'en-GB' })).status, 303);
  assert.match((await browser.get('/me')).text, /data-theme="dark"/);
  assert.equal((await browser.post('/me/display', { theme: 'dark', locale: 'xx' })).status, 422);
});
