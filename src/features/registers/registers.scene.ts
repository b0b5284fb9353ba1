import { randomUUID } from 'node:crypto';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertLessons } from '#features/timetable/index.ts';
import { newId } from '#platform/db/ids.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, type TestSite, testSite } from '#test/site.ts';
import { makeTimetable } from '#test/timetable.ts';
import { registerHref } from './addresses.ts';

export const today = '2026-11-18';

type Part = 'teacher' | 'assistant' | 'pupil';
export const joins = (unitId: string, part: Part, ...those: TestPerson[]) =>
  those.map(({ personId }) => ({ unitId, personId, part }));

/** Those every school of these tests has. */
async function staffOf(site: TestSite) {
  const school = await makeSchool(site.db);
  const staff = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const pupil = (name: string) => makePerson(site.db, school, { name, kind: 'pupil' });
  const people = {
    head: await staff('Gwen Morgan', 'head'),
    office: await staff('Dewi Jones', 'administrator'),
    officer: await staff('Sian Lloyd', 'attendance-officer'),
    senior: await staff('Owain Price', 'senior-leader'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    supply: await staff('Nia Rowlands'),
    guest: await makePerson(site.db, school, { name: 'Amara Obi', kind: 'guest' }),
    parent: await makePerson(site.db, school, { name: 'Lowri Roberts', kind: 'family' }),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ann: await pupil('Ann Ellis'),
    ned: await pupil('Ned Hall'),
  };
  return { school, people };
}

/** A primary without a timetable: Class 5P with Cai, Mali and Ann, taught by Ffion, assisted by Huw; 6R with Ned, taught by Tomos. */
export async function primary(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { school, people } = await staffOf(site);
  const [p5, r6] = await insertUnits(
    site.db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P' },
      { kind: 'class', name: 'Class 6R' },
    ],
    startOfTests,
  );
  await insertMemberships(
    site.db,
    school.id,
    [
      ...joins(p5!, 'teacher', people.ffion),
      ...joins(p5!, 'assistant', people.huw),
      ...joins(p5!, 'pupil', people.cai, people.mali, people.ann),
      ...joins(r6!, 'teacher', people.tomos),
      ...joins(r6!, 'pupil', people.ned),
    ],
    startOfTests,
  );
  const at = (slot: string, on = today) => registerHref({ on, unitId: p5!, slot });
  return {
    site,
    db: site.db,
    school,
    people,
    p5: p5!,
    r6: r6!,
    at,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/**
 * A secondary with a timetable: form 7A (Cai, Mali) with Ffion as its tutor; the set 7/Ma1 (Cai, Ann) in period 1 of
 * Wednesday, which the timetable gives to Tomos though he is not among its teachers.
 */
export async function secondary() {
  const site = await testSite();
  const { db } = site;
  const { school, people } = await staffOf(site);
  const [form, set] = await insertUnits(
    db,
    school.id,
    [
      { kind: 'form', name: '7A' },
      { kind: 'class', name: '7/Ma1', subject: 'Maths' },
    ],
    startOfTests,
  );
  await insertMemberships(
    db,
    school.id,
    [
      ...joins(form!, 'teacher', people.ffion),
      ...joins(form!, 'pupil', people.cai, people.mali),
      ...joins(set!, 'pupil', people.cai, people.ann),
    ],
    startOfTests,
  );
  const { id: timetable, period: periodOn } = await makeTimetable(db, school, people.office);
  const period = (name: string): string => periodOn('wednesday', name);
  await insertLessons(
    db,
    school.id,
    timetable,
    ['Period 1', 'Period 4'].map((name) => ({
      id: newId(startOfTests),
      periodId: period(name),
      week: 'both' as const,
      unitId: set!,
      subject: 'Maths',
      roomId: null,
      people: [{ personId: people.tomos.personId, part: 'teacher' as const }],
    })),
    { now: startOfTests, batchId: null },
  );
  return {
    site,
    db,
    school,
    people,
    form: form!,
    set: set!,
    period,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/** What the form of a register sends: everybody as `marks` say, `/` otherwise. */
export const marked = (
  pupils: readonly TestPerson[],
  marks: Record<string, string> = {},
  more: Record<string, string> = {},
): Record<string, string> => ({
  version: '0',
  id: randomUUID(),
  ...Object.fromEntries(pupils.map(({ personId, name }) => [`mark-${personId}`, marks[name] ?? '/'])),
  ...more,
});

/** How the marks of a register stand: name → symbol, with minutes and note where there are any. */
export async function stands(db: TestSite['db'], owner: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('register_mark as m')
    .innerJoin('person as p', 'p.id', 'm.pupil_id')
    .innerJoin('attendance_code as c', (join) =>
      join.onRef('c.owner_id', '=', 'm.owner_id').onRef('c.id', '=', 'm.code_id'),
    )
    .select(['p.name', 'c.symbol', 'm.minutes', 'm.note'])
    .where('m.owner_id', '=', owner)
    .where('c.owner_id', '=', owner)
    .orderBy('p.name')
    .execute();
  return Object.fromEntries(
    rows.map(({ name, symbol, minutes, note }) => [name, [symbol, minutes, note].filter(Boolean).join(' ')]),
  );
}

/** The version of the only register of a school; 0 where none was saved. */
export async function versionOf(db: TestSite['db'], owner: string): Promise<number> {
  const row = await db
    .selectFrom('register')
    .select('version')
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  return row?.version ?? 0;
}
