import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertLessons } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { Phone } from '#test/phone.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';

/** Ffion teaches 8A science in the first period of every Monday; Cai is in 8A. */
async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ffion = await makePerson(site.db, school, { name: 'Ffion Puw' });
  const cai = await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' });
  const [unit] = await insertUnits(site.db, school.id, [{ kind: 'class', name: '8A' }], startOfTests);
  await insertMemberships(
    site.db,
    school.id,
    [{ unitId: unit!, personId: cai.personId, part: 'pupil' }],
    startOfTests,
  );
  const { id, periods } = await makeTimetable(site.db, school, ffion);
  await insertLessons(
    site.db,
    school.id,
    id,
    [
      {
        id: newId(startOfTests),
        periodId: periods.find(({ weekday, name }) => weekday === 'monday' && name === 'Period 1')!.id,
        week: 'both',
        unitId: unit!,
        subject: 'Science',
        roomId: null,
        people: [{ personId: ffion.personId, part: 'teacher' }],
      },
    ],
    { now: startOfTests, batchId: null },
  );
  return { site, school, ffion, cai };
}

for (const who of ['ffion', 'cai'] as const)
  test(`lessons of ${who === 'ffion' ? 'a teacher' : 'a pupil'} are a calendar of their own, and none of the other one`, async () => {
    const { site, [who]: person } = await scene();
    const shown = (await (await site.as(person)).post('/me/calendar/link')).text;
    const path = /school\.example(\/calendar\/lessons\/[\w-]+\.ics)/.exec(shown)![1]!;
    const lessons = new Phone();
    lessons.read((await site.visitor().get(path)).text);
    assert.deepEqual(lessons.entry('Science, 8A')?.from.slice(0, 10), '2026-11-09');
    // Ten Mondays from a fortnight back to eight weeks ahead, without the two of the holidays.
    assert.equal(lessons.entries.size, 8);
    const own = new Phone();
    own.read((await site.visitor().get(path.replace('lessons/', ''))).text);
    assert.equal(own.entries.size, 0);
  });

test('whoever left the school, and whoever ended the address, reads nothing', async () => {
  const { site, school, ffion } = await scene();
  const browser = await site.as(ffion);
  const shown = (await browser.post('/me/calendar/link')).text;
  const path = /school\.example(\/calendar\/lessons\/[\w-]+\.ics)/.exec(shown)![1]!;
  assert.equal((await site.visitor().get(path)).status, 200);
  await site.db
    .updateTable('member')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', ffion.personId)
    .execute();
  assert.equal((await site.visitor().get(path)).status, 404);
  assert.equal((await site.visitor().get('/calendar/lessons/no-such-secret.ics')).status, 404);
});
