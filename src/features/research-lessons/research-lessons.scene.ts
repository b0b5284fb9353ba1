import assert from 'node:assert/strict';
import { newId } from '#platform/db/ids.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import { insertItem, principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { joinCircle, makePerson, makeSchool } from '#test/factories.ts';
import { plainProgramme } from '#test/plain-programme.ts';
import { type Browser, startOfTests, testSite } from '#test/site.ts';

/**
 * A group studies a lesson on fractions: Ann, Tomos and Cai take part, Nia facilitates, Dr Obi is the one who
 * knows more; Carys leads and Ifan sponsors without taking part; Huw is a colleague, Gwen the head.
 */
export async function scene(options: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(options);
  const { db } = site;
  const school = await makeSchool(db);
  const make = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    ann: await make('Ann Puw'),
    tomos: await make('Tomos Bevan'),
    cai: await make('Cai Jones'),
    nia: await make('Nia Lloyd'),
    specialist: await makePerson(db, school, { name: 'Dr Amara Obi', kind: 'guest' }),
    lead: await make('Carys Morgan', 'cpd-leader'),
    sponsor: await make('Ifan Rees'),
    head: await make('Gwen Davies', 'head'),
    colleague: await make('Huw Parry'),
    guest: await makePerson(db, school, { name: 'Prof Jon Ek', kind: 'guest' }),
    otherHead: await makePerson(db, await makeSchool(db, 'Hill Lane'), {
      name: 'Ruth Bell',
      roles: ['head', 'cpd-leader'],
    }),
  };
  const programme = newId(startOfTests);
  await insertProgramme(db, school.id, programme, people.lead.personId);
  const parts = {
    ann: 'participant',
    tomos: 'participant',
    cai: 'participant',
    nia: 'facilitator',
    specialist: 'specialist',
    lead: 'leader',
    sponsor: 'sponsor',
  } as const;
  for (const [name, part] of Object.entries(parts))
    await joinCircle(db, school, programme, people[name as keyof typeof parts], part, { name: 'Fractions' });
  const base = '/programmes/fractions';
  return {
    site,
    db,
    school,
    people,
    programme,
    base,
    step: `${base}/steps/2`,
    lesson: `${base}/steps/2/lesson`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

/** A meeting on the 4th, the research lesson on the 18th, a meeting on the 25th. */
const steps = [
  { number: 1, kind: 'meeting', title: 'Planning together', on_date: '2026-11-04' },
  { number: 2, kind: 'research-lesson', title: 'Sharing three bars', on_date: '2026-11-18' },
  { number: 3, kind: 'meeting', title: 'Looking back', on_date: '2026-11-25' },
] as const;

async function insertProgramme(db: Db, owner: string, id: string, authorId: string): Promise<void> {
  const grants = [
    { principal: principals.kind(owner, 'staff'), ability: 'read' as const },
    { principal: principals.circle(id), ability: 'read' as const },
  ];
  const at = startOfTests;
  await insertItem(db, { id, ownerId: owner, policy: programmePolicy, authorId, circleId: id, grants }, at);
  await db
    .insertInto('programme')
    .values({
      ...plainProgramme,
      owner_id: owner,
      id,
      slug: 'fractions',
      title: 'Fractions',
      published_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto('programme_step')
    .values(
      steps.map((step) => ({
        ...step,
        owner_id: owner,
        id: newId(at),
        programme_id: id,
        strand: step.kind === 'meeting' ? 'peer' : 'pupils',
        lead: 'teachers',
        prompt: '',
        starts_at: null,
        place: 'Room 4',
        minutes: 60,
        in_school_day: true,
        mode: 'in-person',
        cycle: 1,
        required: true,
        form: step.kind === 'meeting' ? 'meeting-agenda' : null,
        created_at: at,
      })),
    )
    .execute();
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** What stands in the plan: label → id. */
export async function planned({ db, school }: Pick<Scene, 'db' | 'school'>) {
  const pupils = await db
    .selectFrom('focus_pupil')
    .select(['id', 'label', 'ended_at'])
    .where('owner_id', '=', school.id)
    .orderBy('position')
    .execute();
  const moments = await db
    .selectFrom('lesson_moment')
    .select(['id', 'title', 'ended_at'])
    .where('owner_id', '=', school.id)
    .orderBy('position')
    .execute();
  return {
    pupils: Object.fromEntries(pupils.map(({ id, label }) => [label, id])),
    moments: Object.fromEntries(moments.map(({ id, title }) => [title, id])),
  };
}

/** The scene with a plan: Ann teaches, Tomos and Cai watch Gwen and Pupil B, at the opening and the first task. */
export async function plannedScene({
  pupils = ['Gwen', 'Pupil B'],
  moments = ['Opening', 'First task'],
  ...options
}: { pupils?: string[]; moments?: string[] } & Parameters<typeof testSite>[0] = {}) {
  const all = await scene(options);
  const ann = await all.as('ann');
  const { people } = all;
  const answer = await ann.post(`${all.lesson}/plan`, {
    version: '0',
    teachers: [people.ann.personId],
    observers: [people.tomos.personId, people.cai.personId],
    ...Object.fromEntries(pupils.map((label, at) => [`new-pupil-${at + 1}`, label])),
    ...Object.fromEntries(moments.map((title, at) => [`new-moment-${at + 1}`, title])),
  });
  assert.equal(answer.status, 303, answer.text);
  return { ...all, ann, ...(await planned(all)) };
}

/** Sends a note as the form does; `more` wins. */
export const sendNote = (browser: Browser, lesson: string, more: Record<string, string> = {}) =>
  browser.post(`${lesson}/notes`, {
    id: crypto.randomUUID(),
    pupil: 'class',
    moment: 'none',
    text: 'They went quiet',
    ...more,
  });

/** All notes that are kept, in words, and when each was noted. */
export const keptNotes = ({ db, school }: Pick<Scene, 'db' | 'school'>) =>
  db
    .selectFrom('observer_note')
    .select(['id', 'text', 'author_id', 'pupil_id', 'moment_id', 'noted_at', 'ended_at'])
    .where('owner_id', '=', school.id)
    .orderBy('noted_at')
    .execute();
