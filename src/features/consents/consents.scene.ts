import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, type TestSite, testSite } from '#test/site.ts';
import { insertConsent, type NewConsent } from './index.ts';

/** Writes an answer down as if the school's office had: given on paper until the end of the school year, unless told. */
export const giveConsent = (
  site: Pick<TestSite, 'db' | 'clock'>,
  { pupil, by, ...more }: { pupil: TestPerson; by?: TestPerson } & Partial<Omit<NewConsent, 'personId'>>,
): Promise<string> =>
  insertConsent(
    site.db,
    pupil.organisationId,
    {
      personId: pupil.personId,
      purpose: 'recording-learning',
      answer: 'given',
      givenBy: 'A parent',
      how: 'paper',
      givenOn: '2026-09-07',
      until: '2027-07-23',
      ...more,
    },
    by?.personId ?? pupil.personId,
    site.clock.now,
  );

/** Class 5P with Cai, Mali and Ann, taught by Ffion, assisted by Huw; class 6R with Ned, taught by Tomos. */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const pupil = (name: string) => makePerson(db, school, { name, kind: 'pupil' });
  const people = {
    office: await staff('Dewi Jones', 'administrator'),
    senior: await staff('Owain Price', 'senior-leader'),
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    tomos: await staff('Tomos Bevan'),
    governor: await staff('Ioan Griffiths', 'governor'),
    guest: await makePerson(db, school, { name: 'Amara Obi', kind: 'guest' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
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
  return {
    site,
    db,
    school,
    people,
    p5: p5!,
    r6: r6!,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/** What a form for answers sends beside the answers. */
export const onPaper = {
  given_by: 'Parent or carer',
  how: 'paper',
  on: '2026-11-16',
  until: '2027-07-23',
};
