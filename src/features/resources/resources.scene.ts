import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

/** A school with two teachers, a head and a pupil. */
export async function resourcesScene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const school = await makeSchool(site.db);
  const staff = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const people = {
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    sioned: await staff('Sioned Lewis'),
    leader: await staff('Bethan Rees', 'cpd-leader'),
    head: await staff('Gwen Morgan', 'head'),
    cai: await makePerson(site.db, school, { name: 'Cai Roberts', kind: 'pupil' }),
  };
  const as = (name: keyof typeof people) => site.as(people[name]);
  const page = {
    title: 'The Tudors',
    summary: '',
    subject: 'History',
    year: '4',
    text: '# Kings\n\nHenry.',
    review_on: '',
  };
  /** Written by Ffion; answers its id. */
  const write = async (more: Partial<typeof page> = {}): Promise<string> =>
    (await (await as('ffion')).post('/resources', { ...page, ...more })).to.split('/')[2]!;
  return { site, school, people, as, page, write };
}
