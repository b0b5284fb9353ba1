import { newId } from '#platform/db/ids.ts';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import type { Category } from './marked-sessions.ts';

/** The day of the tests, a Wednesday in term. */
export const wednesday = '2026-11-18';
/** Half past nine on that day: the registers of the morning are in. */
export const morning = '2026-11-18T09:40:00Z';

/** The national codes that tests write with: symbol, name, what it counts as. */
const codes: readonly [string, string, Category][] = [
  ['/', 'Present in the morning', 'present'],
  ['\\', 'Present in the afternoon', 'present'],
  ['L', 'Late', 'present'],
  ['V', 'Educational visit', 'approved'],
  ['I', 'Ill', 'authorised'],
  ['M', 'Medical appointment', 'authorised'],
  ['C1', 'Performance', 'authorised'],
  ['N', 'Away, reason not yet known', 'unauthorised'],
  ['O', 'Away without a reason', 'unauthorised'],
  ['U', 'Late after closing', 'unauthorised'],
  ['Q', 'No transport', 'unable'],
  ['D', 'Registered elsewhere', 'not-possible'],
  ['#', 'School closed', 'not-possible'],
];

/**
 * Class 5P with Cai, Mali and Ann, taught by Ffion, assisted by Huw; class 6R with Ned, taught by Tomos. Lowri is Cai's
 * mother and told of attendance; Gareth is his father and is not; Eira is Ned's mother.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = (name: string) => makePerson(db, school, { name, kind: 'pupil' });
  const family = (name: string) => makePerson(db, school, { name, kind: 'family' });
  const people = {
    officer: await staff('Bethan Wyn', 'attendance-officer'),
    office: await staff('Dewi Jones', 'administrator'),
    head: await staff('Gwenllian Davies', 'head'),
    senior: await staff('Owain Price', 'senior-leader'),
    safeguarding: await staff('Mari Evans', 'safeguarding-lead'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    governor: await staff('Ioan Griffiths', 'governor'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    lowri: await family('Lowri Roberts'),
    gareth: await family('Gareth Roberts'),
    eira: await family('Eira Hall'),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ann: await pupil('Ann Ellis'),
    ned: await pupil('Ned Hall'),
  };
  const [p5, r6] = await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P' },
      { kind: 'class', name: 'Class 6R' },
    ],
    startOfTests,
  );
  const joins = (unitId: string, part: 'teacher' | 'assistant' | 'pupil', ...those: TestPerson[]) =>
    those.map(({ personId }) => ({ unitId, personId, part }));
  await insertMemberships(
    db,
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
  const link = (adult: TestPerson, child: TestPerson) =>
    insertFamilyLink(
      db,
      school.id,
      { adultId: adult.personId, pupilId: child.personId, relationship: null },
      startOfTests,
    );
  await link(people.lowri, people.cai);
  await link(people.gareth, people.cai);
  await link(people.eira, people.ned);
  await db
    .updateTable('family_relation')
    .set({ told: ['notices'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.gareth.personId)
    .execute();
  const codeIds = new Map(codes.map(([symbol]) => [symbol, newId(startOfTests)]));
  await db
    .insertInto('attendance_code')
    .values(
      codes.map(([symbol, name, category], position) => ({
        owner_id: school.id,
        id: codeIds.get(symbol)!,
        symbol,
        name,
        list: 'england-2024',
        national: symbol,
        category,
        usual: false,
        position,
        version: 1,
        created_at: startOfTests,
      })),
    )
    .execute();

  /** A register as it was taken: a symbol for each pupil by name; who is not named was left out. */
  const takes = async (
    unitId: string,
    onDate: string,
    session: 'am' | 'pm',
    marks: Partial<Record<keyof typeof people, string>>,
    { at = site.clock.now, minutes = null as number | null, lessonAt = null as string | null } = {},
  ): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('register')
      .values({
        owner_id: school.id,
        id,
        on_date: onDate,
        unit_id: unitId,
        slot: lessonAt === null ? session : newId(at),
        // Of a lesson the law asks nothing.
        session: lessonAt === null ? session : null,
        starts_at: lessonAt,
        period_name: session === 'am' ? 'Morning' : 'Afternoon',
        subject: '',
        taken_by: people.ffion.personId,
        taken_at: at,
        version: 1,
        created_at: at,
      })
      .execute();
    const rows = Object.entries(marks).map(([name, symbol]) => ({
      owner_id: school.id,
      register_id: id,
      pupil_id: people[name as keyof typeof people].personId,
      code_id: codeIds.get(symbol)!,
      minutes: symbol === 'L' ? minutes : null,
      note: '',
      marked_by: people.ffion.personId,
      marked_at: at,
      version: 1,
    }));
    if (rows.length > 0) await db.insertInto('register_mark').values(rows).execute();
    return id;
  };
  /** The register is put right later: another symbol for one pupil. */
  const corrects = (registerId: string, name: keyof typeof people, symbol: string): Promise<unknown> =>
    db
      .updateTable('register_mark')
      .set({ code_id: codeIds.get(symbol)!, marked_at: site.clock.now })
      .where('owner_id', '=', school.id)
      .where('register_id', '=', registerId)
      .where('pupil_id', '=', people[name].personId)
      .execute();
  return {
    site,
    db,
    school,
    people,
    p5: p5!,
    r6: r6!,
    codeIds,
    takes,
    corrects,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

export type Scene = Awaited<ReturnType<typeof scene>>;

/** What a family's form sends for one whole day. */
export const illToday = {
  from_on: wednesday,
  until_on: '',
  part: 'day',
  sort: 'ill',
  words: 'A high fever since last night',
};
