import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { observationPolicy } from '#features/observations/index.ts';
import { insertClosures } from '#features/organisation/index.ts';
import { stepFields } from '#test/draft-programme.ts';
import { joinCircle } from '#test/factories.ts';
import { read, running, when, works } from './when.scene.ts';

test('the best time is when all are in and nobody has anything else, with the reason', async () => {
  const all = await running();
  const { here, her } = all;
  await works(all, all.ann, 'tuesday', 'wednesday', 'thursday');
  await works(all, all.ben, 'monday', 'wednesday');
  const page = await read(her, here + when);
  assert.match(page, /It is now on Thursday 3 December, 15:45\. It takes 1 h\. It is for 4 people\./);
  assert.match(
    page,
    /Best times Wednesday 2 December, 15:45 to 16:45 Nobody has anything else at 15:45, and the 2 who wrote down their days work on Wednesdays\./,
  );
  assert.match(page, /Fay Lloyd and Cai Moss have not written down which days they work/);
  assert.ok((await her.get(`${here}/steps/1`)).text.includes('/steps/1/when"'));
});

test('what somebody has in another programme counts at its time, and is not named', async () => {
  const all = await running();
  const { site, school, lena, here, her, ann, ben } = all;
  await lena.post('/programmes/new', {
    template: 'sustained-programme',
    title: 'Number sense',
    starts_on: '2026-11-23',
    terms: '2',
    aim: 'transform',
    change_kind: 'additive',
  });
  const other = await site.db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('slug', '=', 'number-sense')
    .executeTakeFirstOrThrow();
  await joinCircle(site.db, school, other.id, ann, 'participant');
  await joinCircle(site.db, school, other.id, ben, 'sponsor');
  await site.db
    .updateTable('programme_step')
    .set({
      on_date: '2026-12-02',
      starts_at: '16:30',
      minutes: 60,
      title: 'Secret seminar',
      mode: 'in-person',
    })
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', other.id)
    .where('number', '=', 2)
    .execute();
  const isBusy = /Wednesday 2 December 3 free, 1 busy/;
  assert.doesNotMatch(await read(her, here + when), isBusy, 'not while it is a draft');
  await lena.post('/programmes/number-sense/publish');
  const page = await read(her, here + when);
  assert.match(page, isBusy);
  assert.doesNotMatch(page, /Number sense|Secret seminar/);
  const later = await read(her, `${here}${when}?time=at&at=17%3A30`);
  assert.doesNotMatch(later, isBusy, 'it is over by then');
  assert.match(later, /at 17:30/);
});

test('an observation that two agreed makes both busy until it is called off', async () => {
  const { site, school, here, her, ann, cai } = await running();
  const id = newId(site.clock.now);
  await insertItem(
    site.db,
    { ownerId: school.id, policy: observationPolicy, authorId: ann.personId, id },
    site.clock.now,
  );
  const observation = {
    owner_id: school.id,
    id,
    circle_id: newId(site.clock.now),
    kind: 'peer',
    observed_id: ann.personId,
    observer_id: cai.personId,
    proposed_by: ann.personId,
    on_date: '2026-12-02',
    starts_at: '15:00',
    minutes: 50,
    place: '',
    pupils: '',
    focus: '',
    version: 1,
    created_at: site.clock.now,
    changed_at: site.clock.now,
    accepted_at: null,
  };
  await site.db.insertInto('observation').values(observation).execute();
  const set = (columns: object) =>
    site.db
      .updateTable('observation')
      .set(columns)
      .where('owner_id', '=', school.id)
      .where('id', '=', id)
      .execute();
  const isBusy = /Wednesday 2 December 2 free, 2 busy/;
  assert.doesNotMatch(await read(her, here + when), isBusy, 'proposed only');
  await set({ accepted_at: site.clock.now });
  assert.match(await read(her, here + when), isBusy);
  await set({ called_off_at: site.clock.now });
  assert.doesNotMatch(await read(her, here + when), isBusy);
});

test('holidays are left out, a training day is named, and a step with pupils is not laid on it', async () => {
  const all = await running();
  const { site, school, lena, here, her } = all;
  await insertClosures(
    site.db,
    school.id,
    [
      { kind: 'holiday', name: 'Snow', startsOn: '2026-11-30', endsOn: '2026-12-04' },
      { kind: 'training-day', name: 'Training', startsOn: '2026-12-08', endsOn: '2026-12-08' },
    ],
    site.clock.now,
  );
  const page = await read(her, here + when);
  assert.doesNotMatch(page, /Wednesday 2 December|Monday 30 November/);
  assert.match(
    page,
    /Tuesday 8 December, 15:45 to 16:45 Nobody has anything else at 15:45\.[^.]*\. It is a training day\./,
  );
  assert.match(page, /nor \d+ days on which the school is closed/);
  const lesson = await stepFields(all, 1, { kind: 'research-lesson', starts_at: '10:00' });
  await lena.post(`${here}/design/steps/1`, lesson);
  assert.doesNotMatch(await read(her, here + when), /Tuesday 8 December/);
});

test('of guests without written days it is not known when they could come', async () => {
  const all = await running();
  const { lena, here, her } = all;
  const fields = await stepFields(all, 1, { lead: 'specialist', starts_at: '15:45' });
  await lena.post(`${here}/design/steps/1`, fields);
  const obi = await all.join('Dr Obi', 'specialist', 'guest');
  const page = await read(her, here + when);
  assert.match(page, /4 of 5 are free at 15:45\. Of Dr Obi it is not known\./);
  assert.match(page, /Dr Obi comes from outside/);
  await all.site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', all.school.id)
    .where('person_id', '=', obi.personId)
    .execute();
  assert.doesNotMatch(await read(her, here + when), /Obi/, 'nobody who has gone');
});

test('the days asked for are looked at, never days that are over; senseless ones give those around the step', async () => {
  const { site, fay, here, her } = await running();
  assert.match(await read(her, `${here}${when}?from=2027-01-18`), /Wednesday, 20 January 2027/);
  for (const from of ['2026-09-01', 'tomorrow', '9999-12-31', '2027-02-30'])
    assert.match(await read(her, `${here}${when}?from=${from}`), /Friday 4 December/, from);
  assert.doesNotMatch(await read(her, here + when), /Tuesday 17 November/);
  site.clock.set('2027-05-18T09:00:00Z');
  const later = await read(await site.as(fay), here + when);
  assert.match(later, /Best times Wednesday 19 May/, 'the step is long over');
});

test('a group of twelve takes three questions of the database, the session’s included', async () => {
  const all = await running();
  for (let n = 5; n <= 12; n++) await all.join(`Person ${n} Extra`, 'participant');
  await all.her.get(all.here + when);
  all.site.queries.length = 0;
  assert.match(await read(all.her, all.here + when), /It is for 12 people/);
  assert.ok(all.site.queries.length <= 3, all.site.queries.map(({ sql }) => sql).join('\n'));
});
