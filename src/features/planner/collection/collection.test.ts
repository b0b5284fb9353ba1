import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene as agreementScene, waitingOn } from '#features/agreements/agreements.scene.ts';
import { scene } from '../planner.scene.ts';
import { withoutNames } from './offer.ts';

const words = { 'part-how': 'A and B: one new question a lesson.', 'part-feedback': 'The same day.' };
const collection = '/school/agreement-collection';

/** An agreement in force, with its partner's yes to a copy still open. */
async function offered() {
  const all = await agreementScene();
  const href = await all.inForce();
  const offer = `${href}/collection`;
  const leader = await all.as('cpd-leader');
  const saved = await all.teacher.post(offer, { version: 0, ...words });
  assert.equal(saved.status, 303, saved.text);
  await all.jobs();
  return { ...all, href, offer, leader };
}

test('a copy goes to the collection only when everybody has said yes, by their own act, and without names', async () => {
  const { teacher, partner, offer, leader, jobs } = await offered();
  assert.match((await leader.get(collection)).text, /No agreements yet/);
  assert.equal((await teacher.post(`${offer}/give`, { version: 1 })).status, 422, 'the partner has not said');
  assert.match(waitingOn(await partner.get('/today')), /May a copy of your agreement/);
  assert.equal((await partner.post(`${offer}/answer`, { version: 1, says: 'yes' })).status, 303);
  await jobs();
  assert.match(waitingOn(await teacher.get('/today')), /Everybody said yes/);
  assert.doesNotMatch(waitingOn(await partner.get('/today')), /May a copy of your agreement/);
  assert.match((await leader.get(collection)).text, /No agreements yet/, 'saying yes gives nothing yet');
  assert.equal((await teacher.post(`${offer}/give`, { version: 1 })).status, 303);
  const page = (await leader.get(collection)).text;
  assert.match(page, /Agreement 1/);
  assert.match(page, /one new question a lesson/);
  const one = /href="(\/school\/agreement-collection\/[0-9a-f-]{36})"/.exec(page)![1]!;
  for (const text of [page, (await leader.get(one)).text])
    assert.doesNotMatch(text, /Ffion|Tomos|Four readers/, 'what was not given is not there');
});

test('the form begins with the agreement’s words, and the names of its people taken out', async () => {
  const { teacher, inForce } = await agreementScene();
  const href = await inForce({ 'part-how': 'Ffion Puw watches TOMOS on Mondays; Tomosina does not.' });
  const page = (await teacher.get(`${href}/collection`)).text;
  assert.match(page, /B watches A on Mondays; Tomosina does not\./);
  assert.match(page, /unless your words do/);
});

test('names with signs of their own are taken out as they are written, and no others', () => {
  const people = [
    { personId: '1', name: 'Siân (Sunny) O’Brien', givenName: 'Siân' },
    { personId: '2', name: 'ليلى الحسيني', givenName: 'ليلى' },
  ];
  const [part] = withoutNames(
    [{ id: 'how', label: 'How', text: 'Siân (Sunny) O’Brien and siân meet ليلى الحسيني; Siâna stays.' }],
    people,
  );
  assert.equal(part!.text, 'A and A meet B; Siâna stays.');
});

test('no, a changed wording, and a copy given already are each heard', async () => {
  const { teacher, partner, offer } = await offered();
  await partner.post(`${offer}/answer`, { version: 1, says: 'no' });
  assert.match((await teacher.get(offer)).text, /Tomos Bevan would rather not give it as it stands/);
  await partner.post(`${offer}/answer`, { version: 1, says: 'yes' });
  const stale = await partner.post(offer, { version: 0, 'part-how': 'Other words' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /one new question a lesson/);
  await partner.post(offer, { version: 1, 'part-how': 'Other words' });
  assert.equal((await teacher.post(`${offer}/give`, { version: 1 })).status, 422, 'it was worded anew');
  assert.equal(
    (await teacher.post(`${offer}/give`, { version: 2 })).status,
    422,
    'the teacher is asked again',
  );
  await teacher.post(`${offer}/answer`, { version: 2, says: 'yes' });
  assert.equal((await partner.post(`${offer}/give`, { version: 2 })).status, 303);
  assert.equal((await partner.post(`${offer}/give`, { version: 2 })).status, 422);
  assert.equal((await partner.post(offer, { version: 2, 'part-how': 'Again' })).status, 422);
});

test('any of its people takes the copy back at any time, with its words and what was noted of it', async () => {
  const { site, world, teacher, partner, offer, leader } = await offered();
  await partner.post(`${offer}/answer`, { version: 1, says: 'yes' });
  await teacher.post(`${offer}/give`, { version: 1 });
  const one = /agreement-collection\/([0-9a-f-]{36})"/.exec((await leader.get(collection)).text)![1]!;
  const noted = await leader.post(`${collection}/features/goals`, {
    version: 0,
    [`how-${one}`]: 'In one sentence',
    noticed: 'Short',
    wanted: '',
  });
  assert.equal(noted.status, 303, noted.text);
  assert.match((await leader.get(`${collection}/features`)).text, /In one sentence/);
  assert.equal((await partner.post(`${offer}/take-back`)).status, 303);
  assert.doesNotMatch((await leader.get(collection)).text, /one new question/);
  assert.doesNotMatch((await leader.get(`${collection}/features`)).text, /In one sentence/);
  assert.equal((await leader.get(`${collection}/${one}`)).status, 404);
  assert.equal(
    (await leader.post(`${collection}/${one}/restore`)).status,
    404,
    'nobody brings it back but they',
  );
  const row = await site.db
    .selectFrom('collected_agreement')
    .select(['parts'])
    .where('owner_id', '=', world.school.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row.parts, []);
  assert.equal(
    (await teacher.post(`${offer}/give`, { version: 1 })).status,
    422,
    'the partner said no by it',
  );
});

test('nobody but its people opens the wording, whatever their role', async () => {
  const { as, offer } = await offered();
  for (const who of [
    'cpd-leader',
    'head',
    'co-ordinator',
    'colleague',
    'manager',
    'administrator',
  ] as const) {
    const browser = await as(who);
    assert.equal((await browser.get(offer)).status, 403, who);
    for (const below of ['/answer', '/give', '/take-back'])
      assert.equal((await browser.post(offer + below, { version: 1, says: 'yes' })).status, 403, who + below);
  }
});

test('nothing is given that says nothing, or is longer than a form holds', async () => {
  const { teacher, offer } = await offered();
  assert.equal((await teacher.post(offer, { version: 1, 'part-how': '   ' })).status, 422);
  assert.equal((await teacher.post(offer, { version: 1, 'part-how': 'x'.repeat(20_001) })).status, 422);
});

test('one from elsewhere is typed in, compared part by part, taken out and put back', async () => {
  const { asLeader, as } = await scene();
  const sent = { title: 'مدرسة الجبل', comes_from: 'next door', 'part-how': '<i>In pairs</i>' };
  const added = await asLeader.post(collection, sent);
  assert.equal(added.status, 303, added.text);
  assert.equal((await asLeader.post(collection, { title: 'Nothing in it' })).status, 422);
  const page = (await asLeader.get(collection)).text;
  assert.match(page, /مدرسة الجبل/);
  await asLeader.post(collection, { title: 'Another', 'part-feedback': 'At once' });
  assert.match((await asLeader.get(collection)).text, /One of 2 says something here\./);
  assert.doesNotMatch(page, /<i>In pairs/);
  assert.match(page, /href="\/school\/agreement-form"/);
  await asLeader.post(`${added.to}/end`);
  assert.doesNotMatch((await asLeader.get(collection)).text, /مدرسة الجبل/);
  await asLeader.post(`${added.to}/restore`);
  assert.match((await asLeader.get(collection)).text, /مدرسة الجبل/);
  const co = await as('mentor-co-ordinator');
  assert.equal((await co.get(added.to)).status, 200);
  assert.equal((await co.post(`${added.to}/end`)).status, 403);
  assert.equal((await co.post(collection, sent)).status, 403);
  for (const role of ['', 'governor', 'administrator'])
    assert.equal((await (await as(role)).get(collection)).status, 403, role);
});

test('of two who write what they notice neither loses', async () => {
  const { asLeader, as } = await scene();
  const head = await as('head');
  const path = `${collection}/features/goals`;
  await asLeader.post(path, { version: 0, noticed: 'All name pupils', wanted: 'A line a pupil' });
  const late = await head.post(path, { version: 0, noticed: 'Few name pupils', wanted: '' });
  assert.equal(late.status, 409);
  assert.match(late.text, /All name pupils/);
  assert.match(late.text, /Few name pupils/);
  assert.equal((await head.get(`${collection}/features/nothing`)).status, 404);
});
