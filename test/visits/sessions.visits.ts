import { insertItem, principals } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import {
  exerciseNotePolicy,
  materialPolicy,
  minutesPolicy,
  reflectionPolicy,
} from '#features/sessions/sessions.policy.ts';
import { addNameless } from '#features/sessions/answers.queries.ts';
import { insertWriting } from '#features/sessions/writing.scene.ts';
import type { GetVisit, PostVisit, SeedVisits } from '#test/visit-map.ts';
import { type Persona, type SignedIn, staff, type World } from '#test/world.ts';

const inside: readonly Persona[] = ['teacher', 'partner', 'facilitator', 'specialist'];
const running: readonly Persona[] = ['facilitator', 'specialist', 'cpd-leader'];
const participants: readonly Persona[] = ['teacher', 'partner'];
const exempting: readonly Persona[] = ['facilitator', 'cpd-leader'];

/** A seminar and two meetings of the world's programme, with something of everything that happens at them. */
export const visits: SeedVisits = async (world) => {
  const { people, programme } = world;
  const seeded = await seed(world);
  await seedWriting(world);
  const here = `/programmes/${programme.slug}`;
  const teacher = people.teacher.personId;
  const [seminar, meeting, next] = [`${here}/steps/41`, `${here}/steps/42`, `${here}/steps/43`];
  const [plan, questions, alone, blind, nameless] = [51, 52, 53, 54, 55].map(
    (number) => `${here}/steps/${number}`,
  ) as [string, string, string, string, string];
  const outline = { openTo: [...staff, 'specialist'] as Persona[] };
  const ownWords = { 'answer-aims': 'They argue', version: 0 };
  const exercise = { title: 'Watch a clip', prompt: 'Watch it twice', minutes: 20 };

  const get = (path: string, seenBy: readonly Persona[], more: Partial<GetVisit> = {}): GetVisit => ({
    path,
    seenBy,
    ...more,
  });
  const post = (path: string, by: readonly Persona[], fields: PostVisit['fields'] = {}): PostVisit => ({
    path,
    fields,
    by,
  });
  const everybodyIn: readonly Persona[] = [...inside, 'cpd-leader'];
  return {
    'GET /programmes/:programme/steps/:number': [
      get(seminar, [...inside, 'cpd-leader'], { openTo: staff }),
      get(plan, [...inside], outline),
      get(`${plan}?write=aims`, ['partner'], outline),
      get(questions, [...inside], {
        ...outline,
        queries: {
          most: 5,
          why: 'A meeting also shows the try-outs brought to it, which are of many people.',
        },
      }),
      ...[alone, blind, nameless].map((step) => get(step, [...inside], outline)),
      get(meeting, ['teacher', 'facilitator', 'cpd-leader', 'head'], {
        openTo: [...staff, 'specialist'],
        queries: {
          most: 5,
          why: 'A meeting also shows the try-outs brought to it, which are of many people.',
        },
      }),
    ],
    'GET /programmes/:programme/steps/:number/minutes': get(`${plan}/minutes`, inside),
    'GET /programmes/:programme/steps/:number/minutes/:section': get(`${plan}/minutes/aims`, inside),
    'GET /programmes/:programme/steps/:number/newer': get(`${plan}/newer`, inside),
    'POST /programmes/:programme/steps/:number/minutes/:section/:version/take-up': post(
      `${plan}/minutes/aims/1/take-up`,
      inside,
      { version: 2 },
    ),
    'POST /programmes/:programme/steps/:number/writing/:section': post(`${plan}/writing/aims`, inside),
    'POST /programmes/:programme/steps/:number/writing/:section/leave': post(
      `${plan}/writing/aims/leave`,
      inside,
    ),
    'GET /programmes/:programme/steps/:number/answers': get(`${alone}/answers`, ['partner'], {
      openTo: inside,
    }),
    'POST /programmes/:programme/steps/:number/answers': post(`${alone}/answers`, inside, ownWords),
    'POST /programmes/:programme/steps/:number/answers/nameless': post(
      `${nameless}/answers/nameless`,
      inside,
      ownWords,
    ),
    'POST /programmes/:programme/steps/:number/attendance': post(`${seminar}/attendance`, running, {
      [`was-${teacher}`]: 'here',
      [`state-${teacher}`]: 'not-here',
    }),
    'POST /programmes/:programme/steps/:number/attendance/everybody': post(
      `${seminar}/attendance/everybody`,
      running,
    ),
    'POST /programmes/:programme/steps/:number/attendance/back/:event': post(
      `${seminar}/attendance/back/${newId()}`,
      running,
    ),
    'POST /programmes/:programme/steps/:number/cannot-come': post(`${meeting}/cannot-come`, participants, {
      reason: 'A trip',
    }),
    'POST /programmes/:programme/steps/:number/can-come': post(`${meeting}/can-come`, participants),
    'POST /programmes/:programme/steps/:number/materials': post(`${seminar}/materials`, running, {
      title: 'An article',
      url: 'https://example.org/',
    }),
    'POST /programmes/:programme/steps/:number/materials/:material/remove': post(
      `${seminar}/materials/${seeded.material}/remove`,
      running,
    ),
    'POST /programmes/:programme/steps/:number/materials/:material/restore': post(
      `${seminar}/materials/${seeded.material}/restore`,
      running,
    ),
    'POST /programmes/:programme/steps/:number/minutes/:section': post(`${meeting}/minutes/refine`, inside, {
      text: 'Keep it',
      version: 0,
    }),
    'POST /programmes/:programme/steps/:number/commitments': post(`${meeting}/commitments`, participants, {
      trying: 'Wait',
      pupils: 'Mine',
      due_on: '2026-12-04',
    }),
    'POST /programmes/:programme/steps/:number/commitments/:commitment/take-back': post(
      `${meeting}/commitments/${seeded.commitment}/take-back`,
      ['teacher'],
    ),
    'POST /programmes/:programme/steps/:number/commitments/:commitment/restore': post(
      `${meeting}/commitments/${seeded.commitment}/restore`,
      ['teacher'],
    ),
    'POST /programmes/:programme/steps/:number/reports/:commitment': post(
      `${next}/reports/${seeded.commitment}`,
      ['teacher'],
      { outcome: 'tried', report: 'Two spoke', version: 1 },
    ),
    'GET /programmes/:programme/steps/:number/reflection': get(`${seminar}/reflection`, [
      'teacher',
      'facilitator',
      'specialist',
      'partner',
      'cpd-leader',
    ]),
    'POST /programmes/:programme/steps/:number/reflection': post(`${seminar}/reflection`, everybodyIn, {
      text: 'I doubt it',
      version: 0,
    }),
    'POST /programmes/:programme/steps/:number/reflection/share': post(
      `${seminar}/reflection/share`,
      everybodyIn,
      {
        parts: ['specialist'],
      },
    ),
    'POST /programmes/:programme/steps/:number/reflection/unshare': post(
      `${seminar}/reflection/unshare`,
      everybodyIn,
    ),
    'GET /programmes/:programme/steps/:number/reflections/:person': get(`${seminar}/reflections/${teacher}`, [
      'specialist',
      'teacher',
    ]),
    'GET /programmes/:programme/exercises': get(`${here}/exercises`, everybodyIn),
    'GET /programmes/:programme/exercises/new': get(`${here}/exercises/new`, running),
    'POST /programmes/:programme/exercises': post(`${here}/exercises`, running, exercise),
    'GET /programmes/:programme/exercises/:number': get(`${here}/exercises/1`, everybodyIn),
    'GET /programmes/:programme/exercises/:number/change': get(`${here}/exercises/1/change`, running),
    'POST /programmes/:programme/exercises/:number/change': post(`${here}/exercises/1/change`, running, {
      ...exercise,
      version: 1,
    }),
    'POST /programmes/:programme/exercises/:number/before/:other': post(
      `${here}/exercises/2/before/1`,
      running,
    ),
    'POST /programmes/:programme/exercises/:number/remove': post(`${here}/exercises/1/remove`, running),
    'POST /programmes/:programme/exercises/:number/restore': post(`${here}/exercises/1/restore`, running),
    'POST /programmes/:programme/exercises/:number/done': post(`${here}/exercises/1/done`, participants, {
      noticed: 'They wait',
    }),
    'POST /programmes/:programme/exercises/:number/not-done': post(
      `${here}/exercises/1/not-done`,
      participants,
    ),
    'POST /programmes/:programme/exercises/:number/done-again': post(
      `${here}/exercises/1/done-again`,
      participants,
    ),
    'GET /programmes/:programme/exercises/:number/people': get(`${here}/exercises/1/people`, exempting),
    'POST /programmes/:programme/exercises/:number/exempt': post(`${here}/exercises/1/exempt`, exempting, {
      person_id: teacher,
      ground: 'absence',
      reason: 'She was away',
    }),
    'POST /programmes/:programme/exercises/:number/exempt/:person/end': post(
      `${here}/exercises/1/exempt/${people.partner.personId}/end`,
      exempting,
    ),
    'POST /programmes/:programme/exercises/:number/exempt/:person/restore': post(
      `${here}/exercises/1/exempt/${people.partner.personId}/restore`,
      exempting,
    ),
    'GET /programmes/:programme/attendance': get(`${here}/attendance`, [...running, 'head', 'senior-leader']),
    'GET /programmes/:programme/attendance.csv': get(`${here}/attendance.csv`, [
      ...running,
      'head',
      'senior-leader',
    ]),
    'GET /programmes/:programme/specialist': get(`${here}/specialist`, ['specialist']),
  };
};

async function seed(world: World): Promise<{ material: string; commitment: string }> {
  const { db, at, school, people, programme } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const owner = { owner_id: school.id };
  const seminar = newId(at);
  const meeting = newId(at);
  const step = (id: string, number: number, kind: string, title: string, on_date: string) => ({
    ...owner,
    id,
    programme_id: programme.id,
    number,
    kind,
    strand: 'specialist',
    lead: 'specialist',
    title,
    prompt: 'Come with a question.',
    on_date,
    place: 'Library',
    minutes: 60,
    in_school_day: true,
    mode: 'in-person',
    cycle: 1,
    required: true,
    created_at: at,
  });
  await db
    .insertInto('programme_step')
    .values([
      step(seminar, 41, 'input', 'A seminar', '2026-11-18'),
      step(meeting, 42, 'meeting', 'A meeting', '2026-11-25'),
      step(newId(at), 43, 'meeting', 'The next meeting', '2026-12-09'),
    ])
    .execute();
  await db
    .insertInto('attendance')
    .values({
      ...owner,
      step_id: seminar,
      person_id: teacher,
      state: 'here',
      marked_by: partner,
      marked_at: at,
    })
    .execute();
  await db
    .insertInto('step_apology')
    .values({
      ...owner,
      step_id: meeting,
      person_id: partner,
      reason: world.canary('administration', [...running, 'partner']),
      said_at: at,
    })
    .execute();

  const inOrganisation = {
    ownerId: school.id,
    authorId: people.facilitator.personId,
    circleId: programme.id,
  };
  const material = await insertItem(db, { ...inOrganisation, policy: materialPolicy }, at);
  const title = world.canary('learning', [...inside, 'cpd-leader']);
  await db
    .insertInto('step_material')
    .values({ ...owner, id: material, step_id: seminar, title, url: 'https://example.org/', created_at: at })
    .execute();
  for (const [id, section] of [
    [seminar, 'notes'],
    [meeting, 'evidence'],
  ] as const) {
    await insertItem(db, { ...inOrganisation, id, policy: minutesPolicy }, at);
    const written = newId(at);
    await keepText(db, { ownerId: school.id, id: written }, 1, { text: 'Before' }, partner, at);
    await db
      .insertInto('step_minutes')
      .values({
        ...owner,
        id: written,
        step_id: id,
        section,
        text: world.canary('learning', inside),
        version: 2,
        written_by: partner,
        written_at: at,
      })
      .execute();
  }
  const commitment = newId(at);
  await db
    .insertInto('commitment')
    .values({
      ...owner,
      id: commitment,
      programme_id: programme.id,
      step_id: meeting,
      person_id: teacher,
      trying: world.canary('learning', inside),
      pupils: 'Year 5',
      due_on: '2026-12-04',
      version: 1,
      made_at: at,
      report: '',
    })
    .execute();
  await seedOwn(world, seminar);
  return { material, commitment };
}

/** What the teacher wrote for herself, and why the partner need not do an exercise. */
async function seedOwn(world: World, seminar: string): Promise<void> {
  const { db, at, school, people, programme } = world;
  const teacher = people.teacher.personId;
  const specialist = principals.circle(programme.id, 'specialist');
  const exercise = newId(at);
  await db
    .insertInto('programme_exercise')
    .values({
      owner_id: school.id,
      id: exercise,
      programme_id: programme.id,
      number: 1,
      position: 1,
      title: 'Watch a clip',
      prompt: 'Watch it twice.',
      minutes: 20,
      required: true,
      step_id: seminar,
      version: 1,
      written_by: people.facilitator.personId,
      written_at: at,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('exercise_exemption')
    .values({
      owner_id: school.id,
      exercise_id: exercise,
      person_id: people.partner.personId,
      ground: 'adjustment',
      reason: world.canary('learning', ['partner', 'facilitator', 'cpd-leader']),
      granted_by: people.facilitator.personId,
      granted_at: at,
    })
    .execute();
  const own = { ownerId: teacher, authorId: teacher, excludesManagers: true };
  const note = await insertItem(db, { ...own, policy: exerciseNotePolicy }, at);
  await db
    .insertInto('exercise_note')
    .values({
      owner_id: teacher,
      id: note,
      organisation_id: school.id,
      exercise_id: exercise,
      title: 'Watch a clip',
      noticed: world.canary('learning', ['teacher']),
      done_at: at,
    })
    .execute();
  const reflection = await insertItem(
    db,
    { ...own, policy: reflectionPolicy, grants: [{ principal: specialist, ability: 'read' }] },
    at,
  );
  await db
    .insertInto('reflection')
    .values({
      owner_id: teacher,
      id: reflection,
      organisation_id: school.id,
      programme_id: programme.id,
      step_id: seminar,
      title: 'A seminar',
      text: world.canary('learning', ['teacher', 'specialist']),
      version: 1,
      shared_with: ['specialist'],
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto('reflection_shared')
    .values({
      owner_id: school.id,
      step_id: seminar,
      person_id: teacher,
      principal: specialist,
      reflection_id: reflection,
      shared_at: at,
    })
    .execute();
}

/** A joint plan in its second version that somebody is writing in, and words of people's own in each of the ways. */
async function seedWriting(world: World): Promise<void> {
  const { db, at, school, people, programme } = world;
  const owner = { owner_id: school.id };
  const partner = people.partner.personId;
  const steps = await insertWriting(db, { ...owner, id: programme.id }, at, 51);
  for (const id of Object.values(steps))
    await insertItem(
      db,
      { id, ownerId: school.id, policy: minutesPolicy, authorId: partner, circleId: programme.id },
      at,
    );
  const plan = newId(at);
  const text = world.canary('learning', inside);
  await db
    .insertInto('step_minutes')
    .values({
      ...owner,
      id: plan,
      step_id: steps['joint-plan'],
      section: 'aims',
      text,
      version: 2,
      written_by: partner,
      written_at: at,
    })
    .execute();
  const before = { text: world.canary('learning', inside) };
  await keepText(db, { ownerId: school.id, id: plan }, 1, before, partner, at);
  const until = new Date(at.getTime() + 600_000);
  await db
    .insertInto('section_writing')
    .values({
      ...owner,
      step_id: steps['joint-plan'],
      section: 'part-notes',
      person_id: partner,
      since: at,
      until,
    })
    .execute();
  const gave = (step_id: string, ...persons: SignedIn[]) =>
    db
      .insertInto('contribution_given')
      .values(persons.map((each) => ({ ...owner, step_id, person_id: people[each].personId })))
      .execute();
  const named = async (step_id: string, seenBy: readonly Persona[]) => {
    const id = newId(at);
    const earlier = { text: world.canary('learning', ['partner']) };
    await keepText(db, { ownerId: school.id, id }, 1, earlier, partner, at);
    await db
      .insertInto('contribution')
      .values({
        ...owner,
        id,
        step_id,
        section: 'aims',
        text: world.canary('learning', seenBy),
        author_id: partner,
        version: 2,
        written_at: at,
      })
      .execute();
  };
  await named(steps.alone, inside);
  await gave(steps.alone, 'partner');
  await named(steps.blind, ['partner', 'specialist']);
  await gave(steps.blind, 'partner', 'specialist');
  await addNameless(db, { ...owner, id: steps['no-names'] }, [
    { section: 'aims', text: world.canary('learning', inside) },
  ]);
  await gave(steps['no-names'], 'partner', 'specialist', 'facilitator');
}
