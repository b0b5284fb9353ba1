import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { makePerson } from '#test/factories.ts';
import { draftSite } from '#test/draft-programme.ts';

test('a whole team is enrolled at once, and only its staff', async () => {
  const draft = await draftSite();
  const { site, school, lena, here } = draft;
  const unit = newId();
  const at = site.clock.now;
  await site.db
    .insertInto('unit')
    .values({
      owner_id: school.id,
      id: unit,
      kind: 'department',
      name: 'English',
      sort_name: 'english',
      created_at: at,
    })
    .execute();
  const team = [await makePerson(site.db, school), await makePerson(site.db, school)];
  const pupil = await makePerson(site.db, school, { kind: 'pupil' });
  for (const person of [...team, pupil])
    await site.db
      .insertInto('membership')
      .values({
        owner_id: school.id,
        id: newId(),
        unit_id: unit,
        person_id: person.personId,
        part: 'member',
        created_at: at,
      })
      .execute();
  assert.match((await lena.get(`${here}/people`)).text, /English \(2 people\)/);
  const enrolled = await lena.post(`${here}/people/enrol-unit`, { part: 'participant', unit });
  assert.equal(enrolled.said, '2 people are enrolled.');
  assert.equal((await lena.post(`${here}/people/enrol-unit`, { part: 'participant', unit })).status, 422);
});

test('whose last day is over is not offered and cannot be enrolled; who begins later is and can', async () => {
  const { site, school, lena, here } = await draftSite();
  const gone = await makePerson(site.db, school, { name: 'Gone Yesterday' });
  const coming = await makePerson(site.db, school, { name: 'Comes Later' });
  const days = (person: { personId: string }, columns: { starts_on?: string; ends_on?: string }) =>
    site.db
      .updateTable('member')
      .set(columns)
      .where('owner_id', '=', school.id)
      .where('person_id', '=', person.personId)
      .execute();
  await days(gone, { ends_on: '2026-11-17' });
  await days(coming, { starts_on: '2027-01-04' });
  const offered = (await lena.get(`${here}/people`)).text;
  assert.doesNotMatch(offered, /Gone Yesterday/);
  assert.match(offered, /Comes Later/);
  const enrol = ({ personId }: { personId: string }) =>
    lena.post(`${here}/people/enrol`, { part: 'participant', people: personId });
  assert.equal((await enrol(gone)).status, 422);
  assert.equal((await enrol(coming)).status, 303);
});

test('pupils and strangers cannot be enrolled by sending their ids', async () => {
  const { site, school, lena, here } = await draftSite();
  const pupil = await makePerson(site.db, school, { kind: 'pupil' });
  const sent = await lena.post(`${here}/people/enrol`, {
    part: 'participant',
    people: [pupil.personId, newId(), 'nonsense'],
  });
  assert.equal(sent.status, 422);
});

test('somebody taken out loses the way in, comes back by undo, and the last leader stays', async () => {
  const { site, school, lena, leader, here } = await draftSite();
  const guest = await makePerson(site.db, school, { name: 'Gus Guest', kind: 'guest' });
  await lena.post(`${here}/publish`);
  await lena.post(`${here}/people/enrol`, { part: 'specialist', people: guest.personId });
  const gus = await site.as(guest);
  assert.equal((await gus.get(here)).status, 200);
  await lena.post(`${here}/people/${guest.personId}/leave`, { part: 'specialist' });
  assert.equal((await gus.get(here)).status, 403);
  await lena.post(`${here}/people/${guest.personId}/return?part=specialist`);
  assert.equal((await gus.get(here)).status, 200);
  const last = await lena.post(`${here}/people/${leader.personId}/leave`, { part: 'leader' });
  assert.equal(last.status, 422);
  assert.match(last.text, /at least one leader/);
});

test('taken out by mistake and brought back, somebody has been in it since they came', async () => {
  const { site, school, programmeId, lena, here } = await draftSite();
  const petra = await makePerson(site.db, school);
  await lena.post(`${here}/people/enrol`, { part: 'participant', people: petra.personId });
  const began = site.clock.now;
  site.clock.move(20 * 60_000);
  await lena.post(`${here}/people/${petra.personId}/leave`, { part: 'participant' });
  const back = () => lena.post(`${here}/people/${petra.personId}/return?part=participant`);
  assert.equal((await back()).said, 'They are in it again.');
  assert.equal((await back()).status, 422, 'there is nothing more to take back');
  const row = await site.db
    .selectFrom('circle_member')
    .select(['starts_at as since', 'ends_at as until'])
    .where('owner_id', '=', school.id)
    .where('circle_id', '=', programmeId)
    .where('person_id', '=', petra.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { since: began, until: null });
});

test('my learning shows the programmes I am in with where they are and what is next', async () => {
  const { site, school, leader, lena, here } = await draftSite();
  const petra = await makePerson(site.db, school);
  const browser = await site.as(petra);
  assert.match((await browser.get('/my-learning')).text, /You are in no programme now/);
  await lena.post(`${here}/publish`);
  await lena.post(`${here}/people/enrol`, { part: 'participant', people: petra.personId });
  const page = (await browser.get('/my-learning')).text;
  assert.match(page, /It has not begun yet\./);
  assert.match(page, new RegExp(`href="${here}/steps/1">Starting points, Monday 23 November`));
  site.clock.set('2027-01-20T09:00:00Z');
  const [later, leading] = [await site.as(petra), await site.as(leader)];
  assert.match((await later.get(here)).text, /\d+ of 40 steps have passed\./);
  await leading.post(`${here}/close`);
  assert.match((await later.get('/my-learning')).text, /You are in no programme now/);
  assert.match((await later.get(here)).text, /Closed on 20 January 2027/);
  await leading.post(`${here}/reopen`);
  assert.match((await later.get('/my-learning')).text, /Reading together/);
});

test('the list is narrowed by what one looks for, in the address', async () => {
  const { lena } = await draftSite();
  assert.match((await lena.get('/programmes?show=drafts')).text, /Reading together/);
  assert.match((await lena.get('/programmes?show=drafts&words=read')).text, /Reading together/);
  assert.match(
    (await lena.get('/programmes?show=drafts&words=100%25')).text,
    /No programme here has these words/,
  );
  assert.match((await lena.get('/programmes')).text, /Nothing is published yet/);
  assert.match((await lena.get('/programmes?show=mine')).text, /You: Leader/);
  assert.equal((await lena.get('/programmes?page=-3&show=nonsense')).status, 200);
});

test('whoever is enrolled is not offered again, and can be given another part', async () => {
  const { site, school, lena, here } = await draftSite();
  const ann = await makePerson(site.db, school, { name: 'Ann Lee' });
  const bea = await makePerson(site.db, school, { name: 'Bea Moss' });
  await lena.post(`${here}/people/enrol`, { part: 'participant', people: ann.personId });
  const page = (await lena.get(`${here}/people`)).text;
  const ticks = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*value="([\w-]+)"/g)].map(([, id]) => id);
  assert.ok(ticks.includes(bea.personId));
  assert.ok(!ticks.includes(ann.personId));
  assert.match(page, /<option value="[\w-]+"[^>]*>Ann Lee \(Participant\)/);
  assert.equal(
    (await lena.post(`${here}/people/enrol`, { part: 'facilitator', people: ann.personId })).said,
    'One person is enrolled.',
  );
});
