import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { testSite, type TestSite } from '#test/site.ts';

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
  assert.match((await (await site.as(ann)).get('/me/seen')).text, /Ruth Okafor<\/strong> opened/);
  assert.doesNotMatch((await (await site.as(head)).get('/me/seen')).text, /opened your/);
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

test('a draft is kept as one types, comes back, and is gone once sent', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school);
  const browser = await site.as(ann);
  const body = JSON.stringify({ text: 'half a thought', password: 'secret', list: ['a', 'b'] });
  assert.equal((await browser.post('/drafts', { key: 'thing', body })).status, 204);
  const kept = await site.db
    .selectFrom('draft')
    .select('body')
    .where('owner_id', '=', ann.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(kept.body, { text: 'half a thought', list: ['a', 'b'] });
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
