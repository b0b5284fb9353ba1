import { makeGroup } from '#features/groups/groups.scene.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those in the group that the teacher started, and those who lead the school's learning, who read its outline. */
const inside: readonly Persona[] = ['teacher', 'partner', 'specialist'];
const leaders: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];

/** A lesson study of the teacher and her partner that nobody else may see, and one whose report the school has. */
export const visits: SeedVisits = async (world) => {
  const { db, people, at } = world;
  const question = world.canary('learning', inside);
  const part = world.canary('learning', inside);
  const group = await makeGroup(db, people.teacher, at, {
    title: 'Fractions in Year 4',
    question,
    seen: false,
    participants: [people.partner],
    specialist: people.specialist,
  });
  const cycle = await db
    .selectFrom('group_cycle')
    .select(['id', 'owner_id'])
    .where('owner_id', '=', world.school.id)
    .where('programme_id', '=', group.id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('cycle_report_part')
    .values({
      owner_id: cycle.owner_id,
      id: crypto.randomUUID(),
      cycle_id: cycle.id,
      part: 'learning',
      text: part,
      version: 1,
      written_by: people.teacher.personId,
      written_at: at,
    })
    .execute();
  const here = `/groups/${group.slug}`;
  const report = `${here}/cycles/1/report`;
  const members: readonly Persona[] = ['teacher', 'partner'];
  return {
    'GET /groups': {
      path: '/groups',
      seenBy: [...staff, 'specialist', 'other-guest'],
      openTo: ['other-head'],
    },
    'GET /groups/new': { path: '/groups/new?protocol=lesson-study', seenBy: staff, openTo: ['other-head'] },
    'POST /groups/new': {
      path: '/groups/new',
      fields: {
        protocol: 'journal-club',
        title: 'Reading on Thursdays',
        starts_on: '2026-11-23',
        terms: 1,
        joining: 'open',
      },
      by: [...staff, 'other-head'],
    },
    'GET /groups/hours': {
      path: '/groups/hours',
      seenBy: [...staff, 'specialist', 'other-guest'],
      openTo: ['other-head'],
    },
    'GET /groups/year/:protocol': {
      path: '/groups/year/lesson-study',
      seenBy: staff,
      openTo: ['other-head'],
    },
    'POST /groups/year/:protocol': {
      path: '/groups/year/lesson-study',
      fields: { title: 'How pupils explain', about: '', version: 0 },
      by: [...leaders, 'other-head'],
    },
    'GET /groups/:programme': { path: here, seenBy: [...inside, ...leaders] },
    'POST /groups/:programme/steps/:number/done': { path: `${here}/steps/1/done`, fields: {}, by: inside },
    'POST /groups/:programme/steps/:number/not-done': {
      path: `${here}/steps/1/not-done`,
      fields: {},
      by: inside,
    },
    'GET /groups/:programme/settings': { path: `${here}/settings`, seenBy: ['teacher'] },
    'POST /groups/:programme/settings': {
      path: `${here}/settings`,
      fields: { title: 'Fractions', joining: 'invited', version: 1 },
      by: ['teacher'],
    },
    'POST /groups/:programme/close': { path: `${here}/close`, fields: {}, by: ['teacher'] },
    'POST /groups/:programme/reopen': { path: `${here}/reopen`, fields: {}, by: ['teacher'] },
    'GET /groups/:programme/cycles': { path: `${here}/cycles`, seenBy: inside },
    'POST /groups/:programme/cycles': {
      path: `${here}/cycles`,
      fields: { question: 'And then?', starts_on: '2027-01-11', after: 1 },
      by: inside,
    },
    'POST /groups/:programme/cycles/:cycle/undo': { path: `${here}/cycles/2/undo`, fields: {}, by: inside },
    'POST /groups/:programme/cycles/:cycle/question': {
      path: `${here}/cycles/1/question`,
      fields: { question: 'In other words', version: 1 },
      by: inside,
    },
    'POST /groups/:programme/version': { path: `${here}/version`, fields: { to: 1 }, by: inside },
    'GET /groups/:programme/cycles/:cycle/report': { path: report, seenBy: inside },
    'POST /groups/:programme/cycles/:cycle/report/:part': {
      path: `${report}/learning`,
      fields: { text: 'What we tried', version: 0 },
      by: inside,
    },
    'POST /groups/:programme/cycles/:cycle/release': {
      path: `${here}/cycles/1/release`,
      fields: {},
      by: members,
    },
    'POST /groups/:programme/cycles/:cycle/take-back': {
      path: `${here}/cycles/1/take-back`,
      fields: {},
      by: members,
    },
  };
};
