import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { insertTimetable } from './versions/insert-timetable.ts';
import { insertLessons } from './lessons/lesson.queries.ts';
import { newId } from '#platform/db/ids.ts';
import { selectTimetable } from './timetable.queries.ts';
import { periodsOf } from './versions/models.ts';
import { insertRooms } from './rooms/room.queries.ts';

/** A school with classes 7A and 7B, three who teach, two pupils, and a timetable in force since 1 September. */
export async function scene({ weeks = 2 as 1 | 2, published = true } = {}) {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    office: await staff('Dewi Jones', 'administrator'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
  };
  const [a, b] = await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: '7A/Ma' },
      { kind: 'class', name: '7B/Ma' },
    ],
    startOfTests,
  );
  await insertMemberships(
    db,
    school.id,
    [{ unitId: a!, personId: people.cai.personId, part: 'pupil' }],
    startOfTests,
  );
  const timetable = await insertTimetable(
    db,
    school.id,
    {
      name: '2026–27',
      weeks,
      startsOn: '2026-09-01',
      endsOn: null,
      firstWeek: 'A',
      periods: periodsOf('five'),
    },
    people.office.personId,
    startOfTests,
  );
  if (published)
    await db
      .updateTable('timetable')
      .set({ published_at: startOfTests })
      .where('owner_id', '=', school.id)
      .execute();
  const { periods } = await selectTimetable(db, school.id, timetable);
  const period = (weekday: string, name: string): string =>
    periods.find((each) => each.weekday === weekday && each.name === name)!.id;
  const [lab] = await insertRooms(db, school.id, [{ name: 'Lab 1', seats: 30, note: '' }], {
    now: startOfTests,
    batchId: null,
  });
  const lesson = async (more: {
    period: string;
    unitId: string;
    week?: 'both' | 'A' | 'B';
    teacher?: TestPerson;
    roomId?: string;
  }): Promise<string> => {
    const id = newId(startOfTests);
    await insertLessons(
      db,
      school.id,
      timetable,
      [
        {
          id,
          periodId: more.period,
          week: more.week ?? 'both',
          unitId: more.unitId,
          subject: 'Maths',
          roomId: more.roomId ?? null,
          people: more.teacher ? [{ personId: more.teacher.personId, part: 'teacher' }] : [],
        },
      ],
      { now: startOfTests, batchId: null },
    );
    return id;
  };
  return {
    site,
    db,
    school,
    people,
    a: a!,
    b: b!,
    lab: lab!,
    timetable,
    at: `/school/timetable/${timetable}`,
    period,
    lesson,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

export const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
