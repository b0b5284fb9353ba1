import { newId } from '#platform/db/ids.ts';
import { insertUnits } from '#features/people/index.ts';
import { insertLessons } from '#features/timetable/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { seeded } from '#test/random.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';

/** A secondary school: so many teachers, each with about four of five periods of the day, and somebody who keeps cover. */
export async function secondary(teachers: number, options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const random = seeded(7);
  const school = await makeSchool(db, 'Ysgol y Bont');
  const keeper = await makePerson(db, school, { name: 'Sian Rees', roles: ['cover-manager'] });
  const head = await makePerson(db, school, { name: 'Gwenllian Davies', roles: ['head'] });
  const staff: TestPerson[] = [];
  for (let n = 1; n <= teachers; n++)
    staff.push(await makePerson(db, school, { name: `Teacher ${String(n).padStart(3, '0')}` }));
  const units = await insertUnits(
    db,
    school.id,
    Array.from({ length: teachers }, (_, n) => ({
      kind: 'class' as const,
      name: `${7 + (n % 5)}.${Math.floor(n / 5) + 1}`,
    })),
    startOfTests,
  );
  const { id: timetable, periods } = await makeTimetable(db, school, head);
  const subjects = ['Maths', 'English', 'Science', 'History', 'French', 'Art'];
  const lessons = periods
    .filter(({ kind }) => kind === 'lesson')
    .flatMap(({ id }) =>
      staff.flatMap((each, n) =>
        random.maybe(0.8)
          ? [
              {
                id: newId(startOfTests),
                periodId: id,
                week: 'both' as const,
                unitId: units[(n + random.below(3)) % teachers]!,
                subject: subjects[n % subjects.length]!,
                roomId: null,
                people: [{ personId: each.personId, part: 'teacher' as const }],
              },
            ]
          : [],
      ),
    );
  await insertLessons(db, school.id, timetable, lessons, { now: startOfTests, batchId: null });
  return { site, db, school, keeper, head, staff };
}
