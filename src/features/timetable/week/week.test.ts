import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays, weekday, weekOf } from '#platform/calendar/dates.ts';
import { insertClosures } from '#features/organisation/index.ts';
import { startOfTests } from '#test/site.ts';
import { timetabledDays } from '../timetabled-days.ts';
import { scene, words } from '../timetable.scene.ts';

const closures = [
  { kind: 'holiday', name: 'Half-term', startsOn: '2026-10-26', endsOn: '2026-10-30' },
  { kind: 'training-day', name: 'Training', startsOn: '2027-01-04', endsOn: '2027-01-04' },
  { kind: 'closed', name: 'Snow', startsOn: '2027-02-01', endsOn: '2027-02-05' },
] as const;

test('over a year, weeks A and B take turns; a week without a school day is not counted', async () => {
  const { db, school } = await scene();
  await insertClosures(db, school.id, closures, startOfTests);
  const { rows } = await sql<{ on: string; letter: string; weekday: string }>`
    select d.on_date as "on", d.letter, d.weekday
    from (${timetabledDays(school.id, { from: '2026-08-24', until: '2027-07-31' })}) d order by 1`.execute(
    db,
  );
  const terms = [
    ['2026-09-01', '2026-12-18'],
    ['2027-01-04', '2027-03-26'],
    ['2027-04-12', '2027-07-23'],
  ] as const;
  const expected: string[] = [];
  const weeks = new Set<string>();
  for (let day = '2026-08-24'; day <= '2027-07-31'; day = addDays(day, 1)) {
    const isTaught =
      terms.some(([from, until]) => from <= day && day <= until) &&
      !closures.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    if (!isTaught || weekday(day) > 5) continue;
    weeks.add(weekOf(day));
    expected.push(`${day} ${weeks.size % 2 === 1 ? 'A' : 'B'}`);
  }
  assert.deepEqual(
    rows.map(({ on, letter }) => `${on} ${letter}`),
    expected,
  );
  assert.ok(rows.every(({ on, weekday: name }) => (name === 'monday') === (weekday(on) === 1)));
});

test('one’s own week holds one’s own lessons, of the right week, and none in a holiday', async () => {
  const { as, a, b, period, lesson, people, db, school } = await scene();
  await insertClosures(db, school.id, closures, startOfTests);
  await lesson({ period: period('thursday', 'Period 1'), unitId: a, teacher: people.ffion, week: 'A' });
  await lesson({ period: period('thursday', 'Period 1'), unitId: b, teacher: people.ffion, week: 'B' });
  const ffion = await as('ffion');
  // The eleventh school week since 1 September: week A.
  assert.match(words((await ffion.get('/week')).text), /Week A.*7A\/Ma, Maths 09:00 to 10:00/);
  assert.doesNotMatch(words((await ffion.get('/week')).text), /7B/);
  assert.match(words((await ffion.get('/week?on=2026-11-24')).text), /Week B.*7B\/Ma, Maths/);
  assert.match(words((await ffion.get('/week?on=2026-10-28')).text), /no timetabled days/);
  assert.match(words((await (await as('huw')).get('/week')).text), /You have no lessons/);
  const cai = await as('cai');
  assert.match(words((await cai.get('/week')).text), /7A\/Ma, Maths/);
  assert.doesNotMatch((await cai.get('/week')).text, /school\/timetable/);
  assert.match(words((await cai.get('/week?on=2026-11-24')).text), /None of your classes/);
  assert.equal((await (await as('parent')).get('/week')).status, 403);
});
