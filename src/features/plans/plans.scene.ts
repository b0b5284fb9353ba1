import assert from 'node:assert/strict';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';

/** A school that uses the national curriculum for England, with two teachers, a specialist and those who lead. */
export async function plansScene(options: Parameters<typeof testSite>[0] = {}) {
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
  const leader = await as('leader');
  const { to } = await leader.post('/curriculum/ships', { curriculum: 'england-0.1.0' });
  await leader.post(`${to}/use`);
  const romans = {
    title: 'The Romans in Britain',
    subject: 'History',
    year: 'Year 4',
    starts_on: '2026-11-02',
    ends_on: '2026-12-11',
    template: 'unit-of-work',
  };
  /** Begun by Ffion; answers its address. */
  const plan = async (
    more: Partial<typeof romans> = {},
    by: keyof typeof people = 'ffion',
  ): Promise<string> => {
    const { to: at, status, text } = await (await as(by)).post('/plans', { ...romans, ...more });
    assert.equal(status, 303, text);
    return at;
  };
  /** The ids of the points that a plan's page of points offers, by their words. */
  const offered = async (at: string, by: keyof typeof people = 'ffion'): Promise<[string, string][]> => {
    const { text } = await (await as(by)).get(`${at}/points`);
    const boxes = text.matchAll(
      /name="point" value="([0-9a-f-]{36})"[^>]*>\s*<span\s*>(?:<span[^>]*>)?([^<]*)/g,
    );
    return [...boxes].map(([, id, words]) => [id!, words!.trim()]);
  };
  const lesson = async (at: string, title: string): Promise<string> =>
    (
      await (
        await as('ffion')
      ).post(`${at}/lessons`, { title, on_date: '2026-11-09', text: '## Learn\n\nRoads.' })
    ).to;
  return { site, school, people, as, plan, offered, lesson, romans, framework: to };
}
