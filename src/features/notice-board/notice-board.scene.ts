import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { deliver } from '#test/deliver.ts';
import { appoint, makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { type Fields, startOfTests, testSite } from '#test/site.ts';
import { nobody } from './audience.ts';
import type { NoticeFields } from './notice-input.ts';
import { insertNotice } from './notice.queries.ts';

/** What the form for a notice sends: to all staff, this week. */
export const usual: Fields = {
  title: 'Fire drill on Friday',
  text: 'The bell rings at ten. Leave by the nearest door.',
  sort: 'notice',
  to: 'staff',
  from_on: '2026-11-18',
  until_on: '2026-11-24',
};

/**
 * Class 5P with Cai and Mali (year 5), taught by Ffion, assisted by Huw; class 6R with Ned (year 6), taught by Tomos, who
 * is Mali's father. Mathematics is Tomos's and Owain's department. Lowri is Cai's mother, Rhys Ned's father.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = (name: string) => makePerson(db, school, { name, kind: 'pupil' });
  const family = (name: string) => makePerson(db, school, { name, kind: 'family', roles: ['parent-carer'] });
  const people = {
    head: await staff('Gwenllian Davies', 'head'),
    office: await staff('Dewi Jones', 'administrator'),
    ffion: await staff('Ffion Puw', 'teacher'),
    huw: await staff('Huw Parry', 'teaching-assistant'),
    tomos: await staff('Tomos Rees', 'teacher'),
    owain: await staff('Owain Price', 'teacher'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    lowri: await family('Lowri Roberts'),
    rhys: await family('Rhys Hall'),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ned: await pupil('Ned Hall'),
  };
  await appoint(db, school, people.tomos.personId, 'parent-carer');
  const year = (label: string, ...those: TestPerson[]) =>
    db
      .updateTable('member')
      .set({ year_label: label })
      .where('owner_id', '=', school.id)
      .where(
        'person_id',
        'in',
        those.map(({ personId }) => personId),
      )
      .execute();
  await year('5', people.cai, people.mali);
  await year('6', people.ned);
  const link = (adult: TestPerson, child: TestPerson) =>
    insertFamilyLink(
      db,
      school.id,
      { adultId: adult.personId, pupilId: child.personId, relationship: null },
      startOfTests,
    );
  await link(people.lowri, people.cai);
  await link(people.rhys, people.ned);
  await link(people.tomos, people.mali);
  const ids = await insertUnits(
    db,
    school.id,
    [
      { kind: 'class', name: 'Class 5P', yearLabel: '5' },
      { kind: 'class', name: 'Class 6R', yearLabel: '6' },
      { kind: 'department', name: 'Mathematics' },
    ],
    startOfTests,
  );
  const [p5, r6, maths] = ids as [string, string, string];
  const joins = (
    unitId: string,
    part: 'teacher' | 'assistant' | 'pupil' | 'member',
    ...those: TestPerson[]
  ) => those.map(({ personId }) => ({ unitId, personId, part }));
  await insertMemberships(
    db,
    school.id,
    [
      ...joins(p5, 'teacher', people.ffion),
      ...joins(p5, 'assistant', people.huw),
      ...joins(p5, 'pupil', people.cai, people.mali),
      ...joins(r6, 'teacher', people.tomos),
      ...joins(r6, 'pupil', people.ned),
      ...joins(maths, 'member', people.tomos, people.owain),
    ],
    startOfTests,
  );
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Puts a notice up and answers its address. */
  const putUp = async (author: keyof typeof people, fields: Fields = {}): Promise<string> => {
    const answer = await (await as(author)).post('/notices', { ...usual, ...fields });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.to;
  };
  /** A notice of Huw's to all staff, without its form: for many at once. */
  const insert = (fields: Pick<NoticeFields, 'title' | 'from_on' | 'until_on' | 'must_read'>) =>
    insertNotice(
      db,
      { ownerId: school.id, authorId: people.huw.personId },
      {
        text: 'Something is said.',
        sort: 'notice',
        to: [],
        teams: [],
        roles: [],
        classes: [],
        years: [],
        people: [],
        ...fields,
      },
      { ...nobody, wholes: ['staff'] },
      site.clock.now,
    );
  return { site, db, school, people, insert, p5, r6, maths, as, putUp, jobs: () => deliver(site) };
}

export type Named = keyof Awaited<ReturnType<typeof scene>>['people'];
