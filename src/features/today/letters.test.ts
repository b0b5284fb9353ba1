import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '#platform/notices/notices.ts';
import { scene } from './letters.scene.ts';

const one = 'One thing is waiting: Write your learning agreement';

test('who hears at once is written to once about each thing, and nothing is sent when nothing is new', async () => {
  const { tell, lettersAt } = await scene();
  assert.deepEqual(await lettersAt('2026-11-19T09:00:00Z'), []);
  await tell();
  assert.deepEqual(await lettersAt('2026-11-19T09:10:00Z'), [one]);
  assert.deepEqual(await lettersAt('2026-11-19T09:20:00Z'), []);
  await tell();
  await tell();
  assert.deepEqual(await lettersAt('2026-11-19T09:30:00Z'), ['2 things are waiting']);
  assert.deepEqual(await lettersAt('2026-11-20T09:30:00Z'), []);
});

test('what has a day is told of when it comes and once more when it is due, not twice within a day', async () => {
  const { tell, lettersBetween } = await scene();
  const due = (dueAt: string) => tell({ dueAt: new Date(dueAt) });
  await due('2026-11-25T08:00:00Z');
  const said = 'One thing is waiting: Write your learning agreement, due Wednesday 25 November';
  assert.deepEqual(await lettersBetween('2026-11-19T09:00:00Z', '2026-11-26T12:00:00Z'), [
    `2026-11-19T09:00 ${said}`,
    `2026-11-25T08:00 ${said}`,
  ]);
  await due('2026-11-27T08:00:00Z');
  assert.equal((await lettersBetween('2026-11-26T12:00:00Z', '2026-11-27T12:00:00Z')).length, 1);
});

test('what comes in the evening or at the weekend is in one letter when the quiet time ends', async () => {
  const { tell, lettersBetween, site } = await scene();
  site.clock.set('2026-11-20T19:00:00Z');
  await tell();
  await tell();
  assert.deepEqual(await lettersBetween('2026-11-20T19:00:00Z', '2026-11-23T12:00:00Z'), [
    '2026-11-23T07:30 2 things are waiting',
  ]);
});

test('one letter a day holds each thing once, links to it, and says how to change the rhythm', async () => {
  const { tell, lettersBetween, lettersAt, choose, mails, site, ann } = await scene();
  assert.match((await choose({ rhythm: 'daily' })).said, /one letter a day/);
  await tell({ kind: 'agreement.sign' });
  await tell({ kind: 'agreement.review' });
  assert.deepEqual(await lettersBetween('2026-11-18T16:40:00Z', '2026-11-19T07:30:00Z'), []);
  assert.deepEqual(await lettersAt('2026-11-19T07:30:00Z'), ['2 things are waiting']);
  const [letter] = mails;
  assert.equal(letter!.text.split('Read and sign your learning agreement').length, 2);
  assert.match(letter!.text, /http:\/\/school\.example\/me\/notices/);
  const links = [...letter!.text.matchAll(/http:\/\/school\.example(\/today\/waiting\/\S+)/g)];
  assert.equal(links.length, 2);
  for (const [, path] of links) assert.equal((await (await site.as(ann)).get(path!)).to, '/my-learning');
  await tell();
  assert.deepEqual(await lettersBetween('2026-11-19T07:40:00Z', '2026-11-20T12:00:00Z'), [
    `2026-11-20T07:30 ${one}`,
  ]);
  assert.deepEqual(await lettersBetween('2026-11-20T12:00:00Z', '2026-11-23T12:00:00Z'), []);
});

test('what is done before the letter is written is not in it', async () => {
  const { tell, lettersAt, choose, site, school, ann } = await scene();
  await choose({ rhythm: 'daily' });
  await tell({ subjectKey: 'done' });
  const matter = { fromOwner: school.id, kind: 'agreement.write', subjectKey: 'done' };
  await settle(site.db, { personIds: [ann.personId], ...matter }, site.clock.now);
  await lettersAt('2026-11-19T07:20:00Z');
  assert.deepEqual(await lettersAt('2026-11-19T07:30:00Z'), []);
});

test('one letter a week comes on its day, with what falls due in the week that follows', async () => {
  const { tell, lettersBetween, choose } = await scene();
  await choose({ rhythm: 'weekly', week_day: '1' });
  await tell({ dueAt: new Date('2026-12-03T08:00:00Z') });
  const said = 'One thing is waiting: Write your learning agreement, due Thursday 3 December';
  assert.deepEqual(await lettersBetween('2026-11-18T17:00:00Z', '2026-12-08T09:00:00Z'), [
    `2026-11-23T07:30 ${said}`,
    `2026-11-30T07:30 ${said}`,
  ]);
});

for (const [change, from, until, letters] of [
  [
    'forward',
    '2027-03-26T09:00:00Z',
    '2027-03-30T12:00:00Z',
    ['2027-03-27T07:30', '2027-03-28T06:30', '2027-03-29T06:30', '2027-03-30T06:30'],
  ],
  [
    'back',
    '2027-10-29T09:00:00Z',
    '2027-11-02T12:00:00Z',
    ['2027-10-30T06:30', '2027-10-31T07:30', '2027-11-01T07:30', '2027-11-02T07:30'],
  ],
] as const)
  test(`when the clocks go ${change} there is still one letter a day, at half past seven on the wall`, async () => {
    const { tell, lettersBetween, choose } = await scene();
    await choose({ rhythm: 'daily', quiet_days: [] });
    const sent = (await lettersBetween(from, until, tell)).map((letter) => letter.slice(0, 16));
    assert.deepEqual(sent, letters);
  });

test('in a school in Riyadh letters come from Sunday to Thursday, by its clock', async () => {
  const { site, school, tell, lettersAt } = await scene();
  await site.db
    .updateTable('organisation')
    .set({ time_zone: 'Asia/Riyadh', locale: 'en-SA' })
    .where('id', '=', school.id)
    .execute();
  site.clock.set('2027-03-25T15:00:00Z');
  await tell();
  for (const quiet of ['2027-03-25T15:00:00Z', '2027-03-26T09:00:00Z', '2027-03-28T04:20:00Z'])
    assert.deepEqual(await lettersAt(quiet), [], quiet);
  assert.deepEqual(await lettersAt('2027-03-28T04:30:00Z'), [one]);
});

test('who does not work on a day and wishes it is not written to on it', async () => {
  const { site, school, ann, tell, lettersAt, choose } = await scene();
  await site.db
    .updateTable('member')
    .set({ working_days: ['monday', 'tuesday', 'wednesday'] })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', ann.personId)
    .execute();
  await choose({ days_off: 'yes' });
  await tell();
  assert.deepEqual(await lettersAt('2026-11-19T09:00:00Z'), []);
  await choose({});
  assert.deepEqual(await lettersAt('2026-11-19T09:10:00Z'), [one]);
});

test('who hears nothing and changes their mind hears of what comes from then on', async () => {
  const { tell, lettersAt, choose } = await scene();
  await choose({ rhythm: 'never', soon: 'hour' });
  await tell({ beginsAt: new Date('2026-11-19T09:30:00Z') });
  assert.deepEqual(await lettersAt('2026-11-19T09:00:00Z'), []);
  await choose({});
  assert.deepEqual(await lettersAt('2026-11-19T09:10:00Z'), []);
  await tell();
  assert.deepEqual(await lettersAt('2026-11-19T09:20:00Z'), [one]);
});

test('a note comes an hour before something begins, once, and again when it is moved', async () => {
  const { tell, lettersBetween, choose } = await scene();
  await choose({ rhythm: 'weekly', soon: 'hour' });
  const at = (beginsAt: string) =>
    tell({
      kind: 'session-tomorrow',
      subjectKey: 'session',
      dueAt: new Date(beginsAt),
      beginsAt: new Date(beginsAt),
    });
  await at('2026-11-19T15:40:00Z');
  assert.deepEqual(await lettersBetween('2026-11-19T07:40:00Z', '2026-11-19T15:00:00Z'), [
    '2026-11-19T14:40 At 15:40: A session that you take part in',
  ]);
  await at('2026-11-19T16:40:00Z');
  assert.deepEqual(await lettersBetween('2026-11-19T15:00:00Z', '2026-11-24T18:00:00Z'), [
    '2026-11-19T15:40 At 16:40: A session that you take part in',
  ]);
});

test('who hears at once and wishes a note gets both about a session, each once', async () => {
  const { tell, lettersBetween, choose } = await scene();
  await choose({ soon: 'morning' });
  const begins = new Date('2026-11-20T15:40:00Z');
  await tell({ kind: 'session-tomorrow', dueAt: begins, beginsAt: begins });
  assert.deepEqual(await lettersBetween('2026-11-19T08:00:00Z', '2026-11-21T00:00:00Z'), [
    '2026-11-19T08:00 One thing is waiting: A session that you take part in, Friday 20 November at 15:40',
    '2026-11-20T07:30 At 15:40: A session that you take part in',
  ]);
});
