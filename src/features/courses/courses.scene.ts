import assert from 'node:assert/strict';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';

/** A school with a class of two pupils, its teacher, a colleague in the same class, others, and those who judge. */
export async function coursesScene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const school = await makeSchool(site.db);
  const staff = (name: string, ...roles: string[]) => makePerson(site.db, school, { name, roles });
  const pupil = (name: string) => makePerson(site.db, school, { name, kind: 'pupil' });
  const people = {
    ffion: await staff('Ffion Puw'),
    huw: await staff('Huw Parry'),
    sioned: await staff('Sioned Lewis'),
    leader: await staff('Bethan Rees', 'cpd-leader'),
    head: await staff('Gwen Morgan', 'head'),
    cai: await pupil('Cai Roberts'),
    mali: await pupil('Mali Rees'),
    ned: await pupil('Ned Hall'),
  };
  const [class4] = await insertUnits(
    site.db,
    school.id,
    [{ kind: 'class', name: 'Class 4P', yearLabel: '4' }],
    startOfTests,
  );
  await insertMemberships(
    site.db,
    school.id,
    [
      { unitId: class4!, personId: people.ffion.personId, part: 'teacher' },
      { unitId: class4!, personId: people.huw.personId, part: 'assistant' },
      { unitId: class4!, personId: people.cai.personId, part: 'pupil' },
      { unitId: class4!, personId: people.mali.personId, part: 'pupil' },
    ],
    startOfTests,
  );
  const as = (name: keyof typeof people) => site.as(people[name]);
  const facts = {
    title: 'The Romans',
    about: 'What they left here.',
    subject: 'History',
    year: '4',
    whom: 'class',
    unit: class4!,
    starts_on: '2026-11-02',
    ends_on: '2026-12-11',
    from: '',
  };
  type Who = keyof typeof people;
  /** Begun by Ffion; answers its address. */
  const course = async (more: Partial<typeof facts> = {}, by: Who = 'ffion'): Promise<string> => {
    const { to, status, text } = await (await as(by)).post('/courses', { ...facts, ...more });
    assert.equal(status, 303, text);
    return to;
  };
  const section = async (at: string, title = 'Week 1', opens_on = '', by: Who = 'ffion'): Promise<string> =>
    `${at}/sections/${(await (await as(by)).post(`${at}/sections`, { title, about: '', opens_on })).to.split('#s-')[1]!}`;
  const activity = async (
    part: string,
    kind: string,
    fields: Record<string, string>,
    by: Who = 'ffion',
  ): Promise<string> => {
    const { to, status, text } = await (
      await as(by)
    ).post(`${part}/activities`, { kind, title: 'Roads', minutes: '', due_on: '', requires: '', ...fields });
    assert.equal(status, 303, text);
    return to;
  };
  /** One with a page in it that is open to the class, or to all staff. */
  const open = async (more: Partial<typeof facts> = {}) => {
    const at = await course(more);
    const part = await section(at);
    const page = await activity(part, 'page', { text: 'All roads.', resource: '' });
    assert.equal((await (await as('ffion')).post(`${at}/publish`)).status, 303);
    return { at, part, page };
  };
  return { site, school, people, as, course, section, activity, open, class4: class4! };
}
