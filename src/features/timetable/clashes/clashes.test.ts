import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { scene, words } from '../timetable.scene.ts';

test('clashes and gaps are named where they are, in the weeks in which they are, with a way to each', async () => {
  const { as, at, a, b, lab, period, lesson, people, db, school } = await scene();
  const first = period('monday', 'Period 1');
  const one = await lesson({ period: first, unitId: a, teacher: people.ffion, roomId: lab });
  await lesson({ period: first, unitId: b, teacher: people.ffion, roomId: lab, week: 'B' });
  await lesson({
    period: period('tuesday', 'Period 1'),
    unitId: a,
    week: 'A',
    teacher: people.huw,
    roomId: lab,
  });
  await lesson({
    period: period('tuesday', 'Period 1'),
    unitId: a,
    week: 'B',
    teacher: people.huw,
    roomId: lab,
  });
  await lesson({ period: period('friday', 'Period 5'), unitId: b });
  await insertMemberships(
    db,
    school.id,
    [{ unitId: b, personId: people.cai.personId, part: 'pupil' }],
    startOfTests,
  );
  const office = await as('office');
  const shown = words((await office.get(`${at}/clashes`)).text);
  for (const expected of [
    /A colleague in two places: 1/,
    /A room used twice: 1/,
    /A class with two lessons: 0/,
    /Pupils in two lessons: 1/,
    /outside their days and hours: 0/,
    /Lessons without a teacher: 1/,
    /Lessons without a room: 1/,
    /Monday, Period 1, Week B Ffion Puw 7A\/Ma, Maths 7B\/Ma, Maths/,
    /Monday, Period 1, Week B 1 pupil in both/,
    /Friday, Period 5, Every week No teacher 7B\/Ma, Maths/,
  ])
    assert.match(shown, expected);
  assert.match((await office.get(`${at}/clashes`)).text, new RegExp(`href="${at}/lessons/${one}"`));
});

test('who is asked to teach on a day off is said to administrators alone', async () => {
  const { as, at, a, period, lesson, people, site, school } = await scene();
  await lesson({ period: period('friday', 'Period 5'), unitId: a, teacher: people.ffion });
  await lesson({ period: period('monday', 'Period 1'), unitId: a, teacher: people.ffion });
  await lesson({ period: period('monday', 'Registration'), unitId: a, teacher: people.ffion });
  await site.db
    .insertInto('working_pattern')
    .values({
      owner_id: school.id,
      person_id: people.ffion.personId,
      days: JSON.stringify([{ day: 'monday', from: '09:00', until: '12:00' }]),
      note: '',
      version: 1,
      updated_by: people.ffion.personId,
      updated_at: startOfTests,
    })
    .execute();
  const shown = words((await (await as('office')).get(`${at}/clashes`)).text);
  assert.match(shown, /outside their days and hours: 2/);
  assert.match(shown, /Friday, Period 5, Every week Ffion Puw/);
  const leader = await site.as(await makePerson(site.db, school, { roles: ['cpd-leader'] }));
  assert.doesNotMatch((await leader.get(`${at}/clashes`)).text, /days and hours/);
  assert.equal((await (await as('ffion')).get(`${at}/clashes`)).status, 403);
});
