import type { Db } from '#platform/db/database.ts';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import { joinCircle } from '#test/factories.ts';
import type { GetVisit, PostVisit, SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff, type World } from '#test/world.ts';

const about = { title: 'Handwriting', aim: 'train', change_kind: 'additive' };
const step = {
  kind: 'input',
  title: 'First seminar',
  strand: 'specialist',
  lead: 'specialist',
  on_date: '2027-01-13',
  minutes: 60,
  mode: 'in-person',
  cycle: 1,
};

/** A draft with a step, a cost, a risk and somebody to take part, beside the published programme of the world. */
export const visits: SeedVisits = async (world) => {
  const designers: readonly Persona[] = ['cpd-leader'];
  const draft = await seedDraft(world, world.canary('learning', designers));
  const here = '/programmes/handwriting';
  const published = `/programmes/${world.programme.slug}`;
  const teacher = world.people.teacher.personId;

  const design = (below: string): GetVisit => ({ path: here + below, seenBy: designers });
  const change = (below: string, fields: PostVisit['fields'] = {}): PostVisit => ({
    path: here + below,
    fields,
    by: designers,
  });
  const leaders: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];
  return {
    'GET /programmes': {
      path: '/programmes',
      seenBy: [...staff, 'specialist'],
      openTo: ['other-guest', 'other-head'],
    },
    'GET /programmes/new': {
      path: '/programmes/new?template=sustained-programme',
      seenBy: leaders,
      openTo: ['other-head'],
    },
    'POST /programmes/new': {
      path: '/programmes/new',
      fields: { ...about, template: 'sustained-programme', starts_on: '2027-01-06', terms: 2 },
      by: [...leaders, 'other-head'],
    },
    'GET /programmes/:programme': [{ path: published, seenBy: [...staff, 'specialist'] }, design('')],
    'GET /programmes/:programme/people': [
      {
        path: `${published}/people`,
        seenBy: ['cpd-leader', 'teacher', 'partner', 'facilitator', 'specialist', 'head', 'senior-leader'],
      },
      // Leaders see who is in a programme once it is published.
      design('/people'),
    ],
    'GET /programmes/:programme/design': design('/design'),
    'GET /programmes/:programme/design/about': design('/design/about'),
    'POST /programmes/:programme/design/about': change('/design/about', { ...about, version: 1 }),
    'GET /programmes/:programme/design/steps/new': [
      design('/design/steps/new'),
      design('/design/steps/new?kind=meeting'),
    ],
    'POST /programmes/:programme/design/steps/new': change('/design/steps/new', step),
    'GET /programmes/:programme/design/steps/:number': design('/design/steps/1'),
    'POST /programmes/:programme/design/steps/:number': change('/design/steps/1', { ...step, version: 1 }),
    'POST /programmes/:programme/design/steps/:number/back/:version': change('/design/steps/1/back/1'),
    'POST /programmes/:programme/design/steps/:number/remove': change('/design/steps/1/remove'),
    'POST /programmes/:programme/design/steps/:number/restore': change('/design/steps/1/restore'),
    'GET /programmes/:programme/steps/:number/when': [
      // A step that the visits of the sessions put there.
      { path: `${published}/steps/41/when`, seenBy: ['facilitator', 'specialist', 'cpd-leader'] },
      design('/steps/1/when?from=2027-01-11&time=at&at=16%3A00'),
    ],
    'POST /programmes/:programme/steps/:number/when': change('/steps/1/when', {
      on_date: '2027-01-14',
      starts_at: '15:45',
      version: 1,
    }),
    'POST /programmes/:programme/steps/:number/when/back/:version': change('/steps/1/when/back/1'),
    'GET /programmes/:programme/design/questions': design('/design/questions'),
    'POST /programmes/:programme/design/questions': change('/design/questions', { cascade: 'no' }),
    'POST /programmes/:programme/design/costs': change('/design/costs', {
      about: 'Cover',
      kind: 'cover',
      amount: '240',
    }),
    'POST /programmes/:programme/design/costs/:line/remove': change(`/design/costs/${draft.cost}/remove`),
    'POST /programmes/:programme/design/costs/:line/restore': change(`/design/costs/${draft.cost}/restore`),
    'POST /programmes/:programme/design/risks': change('/design/risks', { risk: 'Snow' }),
    'POST /programmes/:programme/design/risks/:line/remove': change(`/design/risks/${draft.risk}/remove`),
    'POST /programmes/:programme/design/risks/:line/restore': change(`/design/risks/${draft.risk}/restore`),
    'GET /programmes/:programme/check': design('/check'),
    'POST /programmes/:programme/people/enrol': change('/people/enrol', {
      part: 'participant',
      people: teacher,
    }),
    'POST /programmes/:programme/people/enrol-unit': change('/people/enrol-unit', {
      part: 'participant',
      unit: newId(world.at),
    }),
    'POST /programmes/:programme/people/:person/leave': change(`/people/${teacher}/leave`, {
      part: 'participant',
    }),
    'POST /programmes/:programme/people/:person/return': change(`/people/${teacher}/return`, {
      part: 'participant',
    }),
    'GET /programmes/:programme/publish': design('/publish'),
    'POST /programmes/:programme/publish': change('/publish'),
    'POST /programmes/:programme/withdraw': change('/withdraw'),
    'POST /programmes/:programme/close': change('/close'),
    'POST /programmes/:programme/reopen': change('/reopen'),
    'GET /programmes/:programme/copy': [{ path: `${published}/copy`, seenBy: leaders }, design('/copy')],
    'POST /programmes/:programme/copy': change('/copy', {
      title: 'Handwriting again',
      starts_on: '2027-09-08',
    }),
  };
};

async function seedDraft(
  { db, school, people, at }: World,
  summary: string,
): Promise<{ cost: string; risk: string }> {
  const id = newId(at);
  const leader = people['cpd-leader'];
  await joinCircle(db, school, id, leader, 'leader', { name: about.title });
  await joinCircle(db, school, id, people.teacher, 'participant');
  await insertItem(
    db,
    { ownerId: school.id, policy: programmePolicy, authorId: leader.personId, circleId: id, id },
    at,
  );
  await db
    .insertInto('programme')
    .values({
      ...about,
      summary,
      owner_id: school.id,
      id,
      slug: 'handwriting',
      template_id: 'sustained-programme',
      template_version: 1,
      pupil_group: '',
      pupil_outcome: '',
      replaces: '',
      rationale: '',
      materials: '',
      prerequisites: '',
      starts_on: step.on_date,
      ends_on: step.on_date,
      version: 1,
      updated_at: at,
    })
    .execute();
  const lines = { owner_id: school.id, programme_id: id, created_at: at };
  await insertStep(db, { ...lines, id: newId(at) });
  const [cost, risk] = [newId(at), newId(at)];
  await db
    .insertInto('programme_cost')
    .values({ ...lines, id: cost, kind: 'cover', about: 'Cover', amount: 480 })
    .execute();
  await db
    .insertInto('programme_risk')
    .values({ ...lines, id: risk, risk: 'Winter illness', response: 'Move the visit' })
    .execute();
  return { cost, risk };
}

const insertStep = (db: Db, ids: { owner_id: string; programme_id: string; id: string; created_at: Date }) =>
  db
    .insertInto('programme_step')
    .values({
      ...step,
      ...ids,
      number: 1,
      prompt: '',
      place: 'Hall',
      in_school_day: true,
      required: true,
      template_step: 'first-seminar',
      ingredient: 'specialist-input',
    })
    .execute();
