import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { insertLessons } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { startOfTests } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';
import { illToday, scene, wednesday } from '../attendance.scene.ts';

/** The same school by a timetable of five periods: on Wednesdays 5P has Maths in period 1 and Art in period 4. */
async function timetabled() {
  const stage = await scene();
  const { db, school, people, p5 } = stage;
  const { id: timetable, period } = await makeTimetable(db, school, people.office);
  await insertLessons(
    db,
    school.id,
    timetable,
    [
      ['Period 1', 'Maths'],
      ['Period 4', 'Art'],
    ].map(([name, subject]) => ({
      id: newId(startOfTests),
      periodId: period('wednesday', name!),
      week: 'both' as const,
      unitId: p5,
      subject: subject!,
      roomId: null,
      people: [{ personId: people.ffion.personId, part: 'teacher' as const }],
    })),
    { now: startOfTests, batchId: null },
  );
  return {
    ...stage,
    register: (name: string): string => `/registers/${wednesday}/${p5}/${period('wednesday', name)}`,
  };
}

const checked = (text: string, pupil: string): string | undefined =>
  [...text.matchAll(/<input type="radio"[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`name="mark-${pupil}"`) && tag.includes('checked'))
    ?.match(/value="([^"]*)"/)?.[1];

test('a morning away by a timetable: known in the registers of the morning, settled in those alone', async () => {
  const { site, db, school, people, as, register, codeIds } = await timetabled();
  const { cai, mali, ann } = people;
  site.clock.set('2026-11-18T09:10:00Z');
  const ffion = await as('ffion');
  const save = (name: string, of: string, here = '/') =>
    ffion.post(`${register(name)}/save`, {
      version: '0',
      id: randomUUID(),
      [`mark-${cai.personId}`]: of,
      [`mark-${mali.personId}`]: here,
      [`mark-${ann.personId}`]: here,
    });
  assert.equal((await save('Registration', 'N')).status, 303);
  const told = { ...illToday, part: 'am', sort: 'appointment', words: '' };
  assert.equal((await (await as('lowri')).post(`/children/${cai.personId}/away`, told)).status, 303);
  const first = (await ffion.get(register('Period 1'))).text;
  assert.match(first, /Known: Appointment/);
  assert.equal(checked(first, cai.personId), 'N', 'away until somebody settles why');
  assert.doesNotMatch((await ffion.get(register('Period 4'))).text, /Known: Appointment/);
  assert.equal((await save('Period 1', 'N')).status, 303);

  site.clock.set('2026-11-18T13:40:00Z');
  assert.equal((await save('Period 4', 'N', '\\')).status, 303, 'and he has not come back');
  const officer = await as('officer');
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(
    (await officer.get('/attendance/absences')).text,
  )![1]!;
  const medical = { decision: 'agreed', code_id: codeIds.get('M')!, answer: '', version: '1' };
  const settled = await officer.post(`${one}/settle`, medical);
  assert.match((await officer.get(settled.to)).text, /2 marks have the code now/);
  const rows = await db
    .selectFrom('register_mark as m')
    .innerJoin('register as r', (on) =>
      on.onRef('r.owner_id', '=', 'm.owner_id').onRef('r.id', '=', 'm.register_id'),
    )
    .innerJoin('attendance_code as c', (on) =>
      on.onRef('c.owner_id', '=', 'm.owner_id').onRef('c.id', '=', 'm.code_id'),
    )
    .select(['r.period_name as period', 'r.session', 'c.symbol'])
    .where('m.owner_id', '=', school.id)
    .where('r.owner_id', '=', school.id)
    .where('c.owner_id', '=', school.id)
    .where('m.pupil_id', '=', cai.personId)
    .orderBy('r.starts_at')
    .execute();
  assert.deepEqual(
    rows.map(({ period, symbol }) => `${period} ${symbol}`),
    ['Registration M', 'Period 1 M', 'Period 4 N'],
  );
  assert.match(
    (await officer.get('/attendance/today')).text,
    /Cai Roberts/,
    'half a day that is explained does not say where he is after lunch',
  );
});
