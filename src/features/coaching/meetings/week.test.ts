import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { makePairing, pairScene } from '../coaching.scene.ts';
import { booked, works } from './meetings.scene.ts';
import { dueIn, gapsOf } from './week.ts';
import type { Supported } from './week.queries.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('the room in a day is what the hours leave between what stands there', () => {
  const days = [{ day: 'wednesday' as const, from: '08:30', until: '16:00' }];
  const at = (startsAt: string, minutes: number) => ({ startsAt, minutes });
  assert.deepEqual(gapsOf(days, '2026-11-25', [at('10:00', 60), at('10:30', 60), at('15:50', 30)]), [
    { from: '08:30', until: '10:00' },
    { from: '11:30', until: '15:50' },
  ]);
  assert.deepEqual(gapsOf(days, '2026-11-26', []), [], 'no working day');
  assert.equal(gapsOf(null, '2026-11-25', []), null, 'nothing is written down');
});

test('who waits is whose rhythm has passed or passes this week with nothing booked, the longest waiting first', () => {
  const one = (id: string, lastHeld: string | null, nextOn: string | null = null): Supported => ({
    id,
    pairingId: id,
    kind: 'mentoring',
    everyDays: 14,
    minutes: 45,
    startsOn: '2026-11-02',
    people: [],
    lastHeld,
    lastAt: null,
    nextOn,
  });
  const due = dueIn(
    [
      one('lately', '2026-11-16'),
      one('this-week', '2026-11-08'),
      one('long-ago', '2026-10-12'),
      one('booked', '2026-10-12', '2026-11-20'),
      one('never', null),
    ],
    { until: '2026-11-22', today: '2026-11-18' },
  );
  assert.deepEqual(
    due.map(({ id, waiting }) => [id, waiting]),
    [
      ['long-ago', 37],
      ['never', 16],
      ['this-week', 10],
    ],
  );
});

test('a coach books several at once: what stands against one of them is said beside it, and nothing is booked', async () => {
  const all = await pairScene();
  const { site, school, people, tomos } = all;
  const made = await makePairing(
    site.db,
    school,
    { learner: people.huw, supporter: people.tomos },
    site.clock.now,
  );
  const stored = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*)::integer as n from coaching_meeting where owner_id = ${school.id}`.execute(site.db)
    ).rows[0]!.n;
  const page = words((await tomos.get('/coaching/week?from=2026-11-23')).text);
  assert.match(page, /2 wait for a time/);
  assert.match(page, /Huw Parry/);
  const rows = {
    week: '2026-11-23',
    with_0: all.id,
    on_0: '2026-11-25',
    at_0: '10:00',
    minutes_0: '45',
    with_1: made.id,
    on_1: '2026-11-25',
    at_1: '10:30',
    minutes_1: '45',
  };
  const wrong = await tomos.post('/coaching/week', rows);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Tomos Bevan has something else then/, 'the first of the two rows');
  assert.match(wrong.text, /The week of 23 November/, 'the week stays');
  assert.equal(await stored(), 0);
  const half = await tomos.post('/coaching/week', { ...rows, on_1: '', at_0: '' });
  assert.match(half.text, /Write the time it begins/);
  assert.match(half.text, /Choose the day/);
  const right = await tomos.post('/coaching/week', { ...rows, at_1: '11:00' });
  assert.equal(right.status, 303, right.text);
  assert.equal(await stored(), 2);
  assert.match(words((await tomos.get(right.to)).text), /Nobody waits/);
});

test('nobody books for a pairing that is not theirs, and a learner is not asked to plan their coach’s week', async () => {
  const all = await pairScene();
  const other = await all.site.as(all.people.huw);
  const rows = { with_0: all.id, on_0: '2026-11-25', at_0: '10:00', minutes_0: '45' };
  assert.equal((await other.post('/coaching/week', rows)).status, 422);
  assert.equal((await all.ann.post('/coaching/week', rows)).status, 422);
  assert.doesNotMatch((await other.get('/coaching/week')).text, /Ann Puw/);
});

test('a coach sees their own room, and when the others can, but never what they do then', async () => {
  const all = await pairScene();
  await works(all, all.people.tomos, { wednesday: 'yes', wednesday_from: '08:30', wednesday_until: '16:00' });
  await works(all, all.people.ann, { monday: 'yes', wednesday: 'yes' });
  const theirs = await makePairing(
    all.site.db,
    all.school,
    { learner: all.people.ann, supporter: all.people.huw, kind: 'mentoring' },
    all.site.clock.now,
  );
  await booked({ ...all, here: `/coaching/${theirs.id}` }, { starts_at: '11:00', place: 'The quiet room' });
  const page = words((await all.tomos.get('/coaching/week?from=2026-11-23')).text);
  assert.match(page, /Room: 08:30 to 16:00/);
  assert.match(page, /At work on Monday 23 November and Wednesday 25 November/);
  assert.match(page, /Has something else Wednesday 25 November at 11:00 for 45 min/);
  assert.doesNotMatch(page, /quiet room|Huw Parry/);
});

test('forty pairings are planned on one page with one question to the database', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const coach = await makePerson(site.db, school, { name: 'Cai Coach' });
  for (let n = 0; n < 40; n++) {
    const learner = await makePerson(site.db, school, { name: `Learner ${n}` });
    await makePairing(site.db, school, { learner, supporter: coach }, site.clock.now);
  }
  const own = await site.as(coach);
  await own.get('/coaching/week');
  site.queries.length = 0;
  const began = performance.now();
  const page = await own.get('/coaching/week');
  assert.match(words(page.text), /40 wait for a time/);
  assert.ok(site.queries.length <= 2, site.queries.map((each) => each.sql.slice(0, 80)).join('\n'));
  assert.ok(performance.now() - began < 1000);
});
