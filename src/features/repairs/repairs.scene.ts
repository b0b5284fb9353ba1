import { insertRooms } from '#features/timetable/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Fields, startOfTests, testSite } from '#test/site.ts';

/** A school with the room H3. Ffion and Tomos teach, Gwil mends things, Dewi is the office, Cai is a pupil. */
export async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const people = {
    office: await makePerson(db, school, { name: 'Dewi Jones', roles: ['administrator'] }),
    ffion: await makePerson(db, school, { name: 'Ffion Puw' }),
    tomos: await makePerson(db, school, { name: 'Tomos Rees' }),
    gwil: await makePerson(db, school, { name: 'Gwil Evans' }),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
  };
  const [h3] = (await insertRooms(db, school.id, [{ name: 'H3', seats: 30, note: '' }], {
    now: startOfTests,
    batchId: null,
  })) as [string];
  const as = (name: keyof typeof people) => site.as(people[name]);
  /** Reports, usually that the projector in H3 flickers. */
  const report = async (who: keyof typeof people, fields: Fields = {}) =>
    (await as(who)).post('/repairs/new', { title: 'The projector flickers', room: h3, ...fields });
  /** The address of what Ffion reported. */
  const reported = async (): Promise<string> => (await report('ffion')).to;
  return { site, db, school, people, h3, as, report, reported };
}
