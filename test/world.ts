import { randomUUID } from 'node:crypto';
import { insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import {
  joinCircle,
  makeManager,
  makePerson,
  makeSchool,
  principals,
  type TestPerson,
  type TestSchool,
} from './factories.ts';
import { plainProgramme } from './plain-programme.ts';
import { startOfTests } from './site.ts';

/**
 * The people as whom every route is visited. Owner of what is written about learning is `teacher`;
 * everybody else stands in some relation to her, or in none.
 */
export const personas = [
  'nobody',
  'teacher',
  'partner',
  'facilitator',
  'specialist',
  'cpd-leader',
  'colleague',
  'manager',
  'head',
  'senior-leader',
  'co-ordinator',
  'administrator',
  'safeguarding-lead',
  'governor',
  'pupil',
  'parent',
  'other-guest',
  'other-head',
] as const;

export type Persona = (typeof personas)[number];
/** Everybody who has an account. */
export type SignedIn = Exclude<Persona, 'nobody'>;

export const signedIn = personas.filter((who): who is SignedIn => who !== 'nobody');
/** Those who work at the school. */
export const staff = signedIn.filter(
  (who) => !['specialist', 'pupil', 'parent', 'other-guest', 'other-head'].includes(who),
);

/** Words that only some people may ever read, wherever they turn up. */
export interface Canary {
  text: string;
  seenBy: readonly Persona[];
  purpose: string;
}

/**
 * One school with one published programme, and another school beside it, on a Wednesday in term.
 * In the programme: `cpd-leader` leads, `teacher` and `partner` take part, `facilitator` facilitates,
 * `specialist` comes from outside. `manager` is the teacher's line manager and not in it.
 */
export interface World {
  db: Db;
  at: Date;
  school: TestSchool;
  otherSchool: TestSchool;
  people: Record<SignedIn, TestPerson>;
  /** Published; its circle has the same id. `slug` is its word in addresses. */
  programme: { id: string; slug: string };
  /** A programme of which these people see nothing but what its publishing shows; `other-guest` is its specialist. */
  otherProgramme: { id: string; slug: string };
  canaries: Canary[];
  /** Unmistakable words for a text that only these people may read, made for this purpose. */
  canary(purpose: string, seenBy: readonly Persona[]): string;
}

export async function makeWorld(db: Db): Promise<World> {
  const school = await makeSchool(db, 'Ysgol Bryn Coch');
  const otherSchool = await makeSchool(db, 'Hill Lane Primary');
  const staff = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people: Record<SignedIn, TestPerson> = {
    teacher: await staff('Ffion Puw'),
    partner: await staff('Tomos Bevan'),
    facilitator: await staff('Nia Lloyd'),
    specialist: await makePerson(db, school, { name: 'Dr Amara Obi', kind: 'guest' }),
    'cpd-leader': await staff('Carys Morgan', 'cpd-leader'),
    colleague: await staff('Huw Parry'),
    manager: await staff('Sian Rees'),
    head: await staff('Gwenllian Davies', 'head'),
    'senior-leader': await staff('Owain Price', 'senior-leader'),
    'co-ordinator': await staff('Elin Hughes', 'mentor-co-ordinator'),
    administrator: await staff('Dewi Jones', 'administrator'),
    'safeguarding-lead': await staff('Mari Evans', 'safeguarding-lead'),
    governor: await staff('Ioan Griffiths', 'governor'),
    pupil: await makePerson(db, school, { name: 'Cai Roberts', kind: 'pupil' }),
    parent: await makePerson(db, school, { name: 'Lowri Roberts', kind: 'family' }),
    'other-guest': await makePerson(db, school, { name: 'Prof Jon Ek', kind: 'guest' }),
    'other-head': await makePerson(db, otherSchool, { name: 'Ruth Bell', roles: ['head', 'cpd-leader'] }),
  };
  await makeManager(db, school, people.manager, people.teacher);

  const programme = await makeProgramme(db, school, people['cpd-leader'], 'reading-together');
  const otherProgramme = await makeProgramme(db, school, people['cpd-leader'], 'number-sense');
  const join = (person: SignedIn, part: string, where = programme) =>
    joinCircle(db, school, where.id, people[person], part, { name: where.title });
  await join('cpd-leader', 'leader');
  await join('teacher', 'participant');
  await join('partner', 'participant');
  await join('facilitator', 'facilitator');
  await join('specialist', 'specialist');
  await join('cpd-leader', 'leader', otherProgramme);
  await join('other-guest', 'specialist', otherProgramme);

  const canaries: Canary[] = [];
  return {
    db,
    at: startOfTests,
    school,
    otherSchool,
    people,
    programme,
    otherProgramme,
    canaries,
    canary(purpose, seenBy) {
      const text = `canary-${randomUUID().slice(0, 13)}`;
      canaries.push({ text, seenBy, purpose });
      return text;
    },
  };
}

/** A programme as publishing leaves it, running this school year. */
async function makeProgramme(
  db: Db,
  school: TestSchool,
  author: TestPerson,
  slug: string,
): Promise<{ id: string; slug: string; title: string }> {
  const id = newId(startOfTests);
  const title = slug.replace('-', ' ');
  await insertItem(
    db,
    {
      id,
      ownerId: school.id,
      policy: programmePolicy,
      authorId: author.personId,
      circleId: id,
      grants: [
        { principal: principals.kind(school.id, 'staff'), ability: 'read' },
        { principal: principals.circle(id), ability: 'read' },
      ],
    },
    startOfTests,
  );
  await db
    .insertInto('programme')
    .values({
      ...plainProgramme,
      owner_id: school.id,
      id,
      slug,
      title,
      summary: 'Teachers read with pupils, watch each other and look at what pupils do.',
      pupil_group: 'Year 5 readers who guess at words',
      pupil_outcome: 'They say what a paragraph is about in their own words.',
      subject: 'English',
      priority_id: null,
      replaces: 'Two staff meetings a term',
      copied_from_owner: null,
      copied_from: null,
      published_at: startOfTests,
      closed_at: null,
      updated_at: startOfTests,
    })
    .execute();
  return { id, slug, title };
}
