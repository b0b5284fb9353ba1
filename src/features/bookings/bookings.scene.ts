import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertLessons, insertRooms } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Fields, startOfTests, testSite } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';
import { insertEquipment } from './things.queries.ts';

/** The Thursday after the tests' day. */
export const thursday = '2026-11-19';

/**
 * Hall (90 seats), Library (32) and Den (12), thirty laptops; 8A has science in the Library each Thursday in the first
 * period. Ffion and Tomos teach, Dewi looks after rooms.
 */
export async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const people = {
    office: await makePerson(db, school, { name: 'Dewi Jones', roles: ['administrator'] }),
    ffion: await makePerson(db, school, { name: 'Ffion Puw' }),
    tomos: await makePerson(db, school, { name: 'Tomos Rees' }),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
  };
  const [hall, library, den] = (await insertRooms(
    db,
    school.id,
    [
      { name: 'Hall', seats: 90, note: 'projector' },
      { name: 'Library', seats: 32, note: '' },
      { name: 'Den', seats: 12, note: '' },
    ],
    { now: startOfTests, batchId: null },
  )) as [string, string, string];
  const laptops = await insertEquipment(
    db,
    school.id,
    { name: 'Laptops', howMany: 30, note: '' },
    startOfTests,
  );
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: '8A' }], startOfTests);
  await insertMemberships(
    db,
    school.id,
    [{ unitId: unit!, personId: people.tomos.personId, part: 'teacher' }],
    startOfTests,
  );
  const { id, periods } = await makeTimetable(db, school, people.office);
  /** Puts a lesson of 8A into the first period of a Thursday, in a room. */
  const lesson = (roomId: string) =>
    insertLessons(
      db,
      school.id,
      id,
      [
        {
          id: newId(site.clock.now),
          periodId: first.id,
          week: 'both',
          unitId: unit!,
          subject: 'Science',
          roomId,
          people: [{ personId: people.tomos.personId, part: 'teacher' }],
        },
      ],
      { now: site.clock.now, batchId: null },
    );
  const first = periods.find(({ weekday, kind }) => weekday === 'thursday' && kind === 'lesson')!;
  await lesson(library);
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Books, usually the hall on Thursday in the first lesson, for an assembly. */
  const book = async (who: keyof typeof people, fields: Fields = {}) =>
    (await as(who)).post('/bookings/new', {
      thing: hall,
      day: thursday,
      from: first.startsAt,
      until: first.endsAt,
      purpose: 'Assembly',
      ...fields,
    });
  /** Bookings that stand: 'Hall 2026-11-19 09:00 Ffion Puw'. */
  const standing = async (): Promise<string[]> =>
    (
      await db
        .selectFrom('booking as b')
        .innerJoin('room as r', (join) =>
          join.onRef('r.id', '=', 'b.room_id').on('r.owner_id', '=', school.id),
        )
        .innerJoin('person as p', 'p.id', 'b.booked_by')
        .select(['r.name', 'b.on_date', 'b.starts_at', 'b.how_many', 'p.name as who'])
        .where('b.owner_id', '=', school.id)
        .where('b.ended_at', 'is', null)
        .orderBy('b.on_date')
        .orderBy('b.starts_at')
        .orderBy('p.name')
        .execute()
    ).map(({ name, on_date, starts_at, how_many, who }) =>
      [name, on_date, String(starts_at).slice(0, 5), how_many > 1 ? how_many : '', who]
        .filter(Boolean)
        .join(' '),
    );
  return { site, db, school, people, hall, library, den, laptops, first, lesson, as, book, standing };
}
