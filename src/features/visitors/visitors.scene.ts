import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite, type Fields } from '#test/site.ts';

/** A school at half past four on a Wednesday: Dewi is at the desk, Ffion and Tomos teach, Mari looks after safeguarding. */
export async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const people = {
    office: await makePerson(db, school, { name: 'Dewi Jones', roles: ['administrator'] }),
    head: await makePerson(db, school, { name: 'Gwenllian Davies', roles: ['head'] }),
    mari: await makePerson(db, school, { name: 'Mari Evans', roles: ['safeguarding-lead'] }),
    data: await makePerson(db, school, { name: 'Non Price', roles: ['data-manager'] }),
    ffion: await makePerson(db, school, { name: 'Ffion Puw' }),
    tomos: await makePerson(db, school, { name: 'Tomos Rees' }),
    cai: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    lowri: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
  };
  const as = (name: keyof typeof people) => site.as(people[name]);
  const usual = { name: 'Idwal Hughes', kind: 'contractor', host: people.ffion.personId, day: '2026-11-18' };
  const expects = async (who: keyof typeof people, more: Fields = {}) =>
    (await as(who)).post('/visitors/new', { ...usual, organisation: 'Boilers and Sons', ...more });
  const rows = (
    columns: ('id' | 'on_date' | 'name' | 'ended_at')[] = ['id', 'on_date', 'name', 'ended_at'],
  ) =>
    db.selectFrom('visitor').select(columns).where('owner_id', '=', school.id).orderBy('on_date').execute();
  /** The address of the only visit. */
  const one = async (): Promise<string> => `/visitors/${(await rows())[0]!.id}`;
  return { site, db, school, people, as, usual, expects, rows, one };
}
