import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import {
  joinCircle,
  makeManager,
  makePerson,
  makeSchool,
  principals,
  type TestPerson,
} from '#test/factories.ts';
import { plainProgramme } from '#test/plain-programme.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { programmePolicy } from '#features/programmes/index.ts';

const steps = [
  {
    number: 1,
    kind: 'input',
    strand: 'specialist',
    lead: 'specialist',
    title: 'First seminar',
    on_date: '2026-11-18',
  },
  {
    number: 2,
    kind: 'meeting',
    strand: 'peer',
    lead: 'facilitator',
    title: 'First meeting',
    on_date: '2026-11-25',
  },
  {
    number: 3,
    kind: 'meeting',
    strand: 'peer',
    lead: 'teachers',
    title: 'Second meeting',
    on_date: '2026-12-09',
  },
  {
    number: 4,
    kind: 'on-call',
    strand: 'specialist',
    lead: 'specialist',
    title: 'Ask the specialist',
    on_date: '2026-11-16',
  },
] as const;

/**
 * A programme on a Wednesday at half past four, with a seminar that day, two meetings to come and ten days
 * on call. Ann, Tomos and Cai take part, all of the science department; Beth manages Ann.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const otherSchool = await makeSchool(db, 'Hill Lane');
  const make = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    ann: await make('Ann Puw'),
    tomos: await make('Tomos Bevan'),
    cai: await make('Cai Jones'),
    nia: await make('Nia Lloyd'),
    ceri: await make('Ceri Ellis'),
    specialist: await makePerson(db, school, { name: 'Dr Amara Obi', kind: 'guest' }),
    lead: await make('Carys Morgan', 'cpd-leader'),
    head: await make('Gwen Davies', 'head'),
    senior: await make('Owain Price', 'senior-leader'),
    manager: await make('Beth Rees'),
    sponsor: await make('Ifan Rees'),
    outsider: await make('Huw Parry'),
    guest: await makePerson(db, school, { name: 'Prof Jon Ek', kind: 'guest' }),
    otherHead: await makePerson(db, otherSchool, { name: 'Ruth Bell', roles: ['head', 'cpd-leader'] }),
  };
  await makeManager(db, school, people.manager, people.ann);
  const programme = newId(startOfTests);
  const stepIds = await insertProgramme(db, school.id, programme, people.lead.personId);
  const join = (person: TestPerson, part: string) =>
    joinCircle(db, school, programme, person, part, { name: 'Reading together' });
  for (const person of [people.ann, people.tomos, people.cai]) await join(person, 'participant');
  await join(people.nia, 'facilitator');
  await join(people.ceri, 'facilitator');
  await join(people.specialist, 'specialist');
  await join(people.lead, 'leader');
  await join(people.sponsor, 'sponsor');
  return {
    site,
    db,
    school,
    people,
    programme,
    stepIds,
    join,
    base: '/programmes/reading-together',
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

async function insertProgramme(
  db: Awaited<ReturnType<typeof testSite>>['db'],
  owner: string,
  id: string,
  authorId: string,
): Promise<string[]> {
  const grants = [
    { principal: principals.kind(owner, 'staff'), ability: 'read' as const },
    { principal: principals.circle(id), ability: 'read' as const },
  ];
  await insertItem(
    db,
    { id, ownerId: owner, policy: programmePolicy, authorId, circleId: id, grants },
    startOfTests,
  );
  await db
    .insertInto('programme')
    .values({
      ...plainProgramme,
      owner_id: owner,
      id,
      slug: 'reading-together',
      title: 'Reading together',
      published_at: startOfTests,
      updated_at: startOfTests,
    })
    .execute();
  const rows = steps.map((step) => ({
    ...step,
    owner_id: owner,
    id: newId(startOfTests),
    programme_id: id,
    prompt: '',
    starts_at: step.number === 2 ? '15:40' : null,
    place: 'The library',
    minutes: 60,
    in_school_day: step.number !== 2,
    mode: 'in-person',
    cycle: 1,
    required: true,
    form: step.kind === 'meeting' ? 'meeting-agenda' : null,
    days: step.kind === 'on-call' ? 10 : null,
    created_at: startOfTests,
  }));
  await db.insertInto('programme_step').values(rows).execute();
  return rows.map((row) => row.id);
}
