import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { insertPhone } from './index.ts';

/**
 * Class 5P with Cai and Mali, taught by Ffion. Cai's mother Lowri and father Gareth both have an account; each has a
 * number. Tomos teaches elsewhere.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const of = (kind: 'pupil' | 'family' | 'guest', name: string) => makePerson(db, school, { name, kind });
  const people = {
    office: await staff('Dewi Jones', 'administrator'),
    data: await staff('Elen Data', 'data-manager'),
    head: await staff('Gwenllian Davies', 'head'),
    safeguarding: await staff('Mari Evans', 'safeguarding-lead'),
    attendance: await staff('Rhodri Lloyd', 'attendance-officer'),
    senior: await staff('Owain Price', 'senior-leader'),
    ffion: await staff('Ffion Puw'),
    tomos: await staff('Tomos Bevan'),
    guest: await of('guest', 'Amara Obi'),
    lowri: await of('family', 'Lowri Roberts'),
    gareth: await of('family', 'Gareth Roberts'),
    cai: await of('pupil', 'Cai Roberts'),
    mali: await of('pupil', 'Mali Rees'),
  };
  const [p5] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 5P' }], startOfTests);
  const joins = (part: 'teacher' | 'pupil', ...those: TestPerson[]) =>
    those.map(({ personId }) => ({ unitId: p5!, personId, part }));
  const memberships = [...joins('teacher', people.ffion), ...joins('pupil', people.cai, people.mali)];
  await insertMemberships(db, school.id, memberships, startOfTests);
  const link = (adult: TestPerson, relationship: string) =>
    insertFamilyLink(
      db,
      school.id,
      { adultId: adult.personId, pupilId: people.cai.personId, relationship },
      startOfTests,
    );
  const [mother, father] = [await link(people.lowri, 'mother'), await link(people.gareth, 'father')];
  const phone = (person: TestPerson, number: string) =>
    insertPhone(
      db,
      school.id,
      { personId: person.personId, number, label: 'mobile', writtenBy: people.office.personId },
      startOfTests,
    );
  return {
    site,
    db,
    school,
    people,
    p5: p5!,
    mother,
    father,
    phones: {
      lowri: await phone(people.lowri, '07700 900123'),
      gareth: await phone(people.gareth, '07700 900456'),
    },
    at: `/contacts/${people.cai.personId}`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/** What the form about a carer sends where nothing is restricted. */
export const unrestricted = {
  relationship: 'father',
  called_in: '2',
  told: ['attendance', 'behaviour', 'learning', 'messages', 'notices'],
  lives_with: 'no',
  responsibility: 'yes',
  restriction: '',
  from: '',
  until: '',
  version: 1,
};

/** What the page before asked to be agreed to, as its form sends it. */
export const sureIn = (text: string): string =>
  /name="sure"\s+value="([^"]*)"/.exec(text)![1]!.replaceAll('&quot;', '"').replaceAll('&#34;', '"');
