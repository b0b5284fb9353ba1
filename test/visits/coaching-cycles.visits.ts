import { principals, insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { cyclePolicy } from '#features/coaching/coaching.policy.ts';
import { makePairing } from '#features/coaching/coaching.scene.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { World } from '#test/world.ts';

const [teacher, specialist] = ['teacher', 'specialist'] as const;
const two = [teacher, specialist] as const;

/** The teacher is coached by a guest of another profession: one goal is shared with her; the other, ended, is not. */
export const visits: SeedVisits = async (world) => {
  const { db, school, people, at } = world;
  const pair = await makePairing(db, school, { learner: people.teacher, supporter: people.specialist }, at);
  const shared = await goal(world, pair, 1, [principals.circle(pair.id)]);
  const own = await goal(world, pair, 2, []);
  const conversation = await talk(world, pair.id);
  const suggested = await support(world, pair.id);

  const here = `/coaching/${pair.id}`;
  const at1 = `/coaching/goals/${people.teacher.personId}/${shared.id}`;
  const at2 = `/coaching/goals/${people.teacher.personId}/${own.id}`;
  const said = `${here}/conversations/${conversation.id}`;
  const note = `${said}/notes/${conversation.noteId}`;
  const mine = (path: string, fields: Record<string, string | number> = {}) => ({
    path,
    fields,
    by: [teacher],
  });
  const ours = (path: string, fields: Record<string, string | number> = {}) => ({ path, fields, by: two });
  const theirs = (path: string, fields: Record<string, string | number> = {}) => ({
    path,
    fields,
    by: [specialist],
  });
  const texts = { goal: 'I wait', pupils: 'Year 5', looks: 'They write', adjusts: '' };
  const step = { words: 'I count to five', where: 'Year 5' };
  const suggestion = { what: 'Watch a colleague', who: 'Nia', link: '', by_on: '' };

  return {
    'GET /coaching/:coaching/goals/new': { path: `${here}/goals/new`, seenBy: [teacher] },
    'POST /coaching/:coaching/goals/new': mine(`${here}/goals/new`, { ...texts, readers: 'me' }),
    'GET /coaching/goals/:person/:goal': [
      { path: at1, seenBy: two },
      { path: at2, seenBy: [teacher] },
    ],
    'GET /coaching/goals/:person/:goal/edit': { path: `${at1}/edit`, seenBy: [teacher] },
    'POST /coaching/goals/:person/:goal/edit': mine(`${at1}/edit`, { ...texts, version: 1 }),
    'GET /coaching/goals/:person/:goal/history': { path: `${at1}/history`, seenBy: [teacher] },
    'GET /coaching/goals/:person/:goal/share': { path: `${at1}/share`, seenBy: [teacher] },
    'POST /coaching/goals/:person/:goal/share': mine(`${at1}/share`, { readers: 'me' }),
    'GET /coaching/goals/:person/:goal/finish': { path: `${at1}/finish`, seenBy: [teacher] },
    'POST /coaching/goals/:person/:goal/finish': mine(`${at1}/finish`, {
      came_of_it: 'More write',
      version: 1,
    }),
    'POST /coaching/goals/:person/:goal/reopen': mine(`${at1}/reopen`),
    'GET /coaching/goals/:person/:goal/to-appraisal': { path: `${at1}/to-appraisal`, seenBy: [teacher] },
    'POST /coaching/goals/:person/:goal/to-appraisal': mine(`${at1}/to-appraisal`, { wording: 'I wait' }),
    'POST /coaching/goals/:person/:goal/end': mine(`${at1}/end`),
    'POST /coaching/goals/:person/:goal/bring-back': mine(`${at1}/bring-back`),
    'GET /coaching/goals/:person/:goal/steps/new': { path: `${at1}/steps/new`, seenBy: [teacher] },
    'POST /coaching/goals/:person/:goal/steps/new': mine(`${at1}/steps/new`, step),
    'GET /coaching/goals/:person/:goal/steps/:step': [
      { path: `${at1}/steps/${shared.stepId}`, seenBy: two },
      { path: `${at2}/steps/${own.stepId}`, seenBy: [teacher] },
    ],
    'GET /coaching/goals/:person/:goal/steps/:step/edit': {
      path: `${at1}/steps/${shared.stepId}/edit`,
      seenBy: [teacher],
    },
    'POST /coaching/goals/:person/:goal/steps/:step/edit': mine(`${at1}/steps/${shared.stepId}/edit`, {
      ...step,
      version: 1,
    }),
    'POST /coaching/goals/:person/:goal/steps/:step/rehearsed': mine(
      `${at1}/steps/${shared.stepId}/rehearsed`,
      { seen: 'yes', how: 'alone', version: 1 },
    ),
    'POST /coaching/goals/:person/:goal/steps/:step/tried': mine(`${at1}/steps/${shared.stepId}/tried`, {
      tried_on: '2026-11-17',
      tried_words: 'They wrote',
      version: 1,
    }),
    'POST /coaching/goals/:person/:goal/steps/:step/revisited': mine(
      `${at1}/steps/${shared.stepId}/revisited`,
      { how: 'by-itself', words: '', version: 1 },
    ),
    ...Object.fromEntries(
      ['not-rehearsed', 'not-tried', 'not-revisited', 'end', 'bring-back'].map((what) => [
        `POST /coaching/goals/:person/:goal/steps/:step/${what}`,
        mine(`${at1}/steps/${shared.stepId}/${what}`),
      ]),
    ),
    'GET /coaching/:coaching/conversations': { path: `${here}/conversations`, seenBy: two },
    'POST /coaching/:coaching/conversations': ours(`${here}/conversations`, { on_date: '2026-11-18' }),
    'GET /coaching/:coaching/conversations/:conversation': { path: said, seenBy: two },
    'GET /coaching/:coaching/conversations/:conversation/parts/:part': {
      path: `${said}/parts/noticed`,
      seenBy: two,
    },
    'POST /coaching/:coaching/conversations/:conversation/parts/:part': ours(`${said}/parts/noticed`, {
      text: 'They wrote',
      version: 1,
    }),
    'POST /coaching/:coaching/conversations/:conversation/day': mine(`${said}/day`, {
      on_date: '2026-11-16',
    }),
    'POST /coaching/:coaching/conversations/:conversation/end': ours(`${said}/end`),
    'POST /coaching/:coaching/conversations/:conversation/bring-back': ours(`${said}/bring-back`),
    'GET /coaching/:coaching/conversations/:conversation/notes': { path: `${said}/notes`, seenBy: two },
    'POST /coaching/:coaching/conversations/:conversation/notes': ours(`${said}/notes`, {
      subject: 'Waiting',
    }),
    'GET /coaching/:coaching/conversations/:conversation/notes/:note/edit': {
      path: `${note}/edit`,
      seenBy: [teacher],
    },
    'POST /coaching/:coaching/conversations/:conversation/notes/:note/edit': mine(`${note}/edit`, {
      subject: 'Waiting',
      version: 1,
    }),
    'POST /coaching/:coaching/conversations/:conversation/notes/:note/end': mine(`${note}/end`),
    'POST /coaching/:coaching/conversations/:conversation/notes/:note/bring-back': mine(`${note}/bring-back`),
    'GET /coaching/:coaching/talk': { path: `${here}/talk`, seenBy: two },
    'GET /coaching/:coaching/support': { path: `${here}/support`, seenBy: two },
    'POST /coaching/:coaching/support': theirs(`${here}/support`, suggestion),
    'GET /coaching/:coaching/support/:support/edit': {
      path: `${here}/support/${suggested}/edit`,
      seenBy: [specialist],
    },
    'POST /coaching/:coaching/support/:support/edit': theirs(`${here}/support/${suggested}/edit`, {
      ...suggestion,
      version: 1,
    }),
    'POST /coaching/:coaching/support/:support/answer': mine(`${here}/support/${suggested}/answer`, {
      state: 'arranged',
      came_of_it: '',
      version: 1,
    }),
    'POST /coaching/:coaching/support/:support/end': theirs(`${here}/support/${suggested}/end`),
    'POST /coaching/:coaching/support/:support/bring-back': theirs(`${here}/support/${suggested}/bring-back`),
  };
};

/**
 * A goal of the teacher with a step that was tried; those with these principals read it beside her. A grant names her
 * line manager as well, and must not help them.
 */
async function goal(
  world: World,
  pair: { id: string; pairingId: string },
  number: number,
  readers: readonly string[],
): Promise<{ id: string; stepId: string }> {
  const { db, at, people, school } = world;
  const ownerId = people.teacher.personId;
  const id = await insertItem(
    db,
    {
      ownerId,
      policy: cyclePolicy,
      authorId: ownerId,
      excludesManagers: true,
      grants: [...readers, principals.person(people.manager.personId)].map((principal) => ({
        principal,
        ability: 'read',
      })),
    },
    at,
  );
  const words = () => world.canary('learning', readers.length > 0 ? two : [teacher]);
  await db
    .insertInto('coaching_cycle')
    .values({
      owner_id: ownerId,
      id,
      organisation_id: school.id,
      pairing_id: pair.pairingId,
      number,
      goal: words(),
      pupils: words(),
      looks: words(),
      adjusts: '',
      version: number,
      begun_at: at,
      updated_at: at,
      came_of_it: '',
      finished_at: number === 1 ? null : at,
    })
    .execute();
  const stepId = newId(at);
  await db
    .insertInto('action_step')
    .values({
      owner_id: ownerId,
      id: stepId,
      cycle_id: id,
      position: 1,
      words: words(),
      where_tried: 'Year 5',
      beyond: '',
      tried_on: '2026-11-03',
      tried_words: words(),
      revisit_on: '2026-11-17',
      revisited_words: '',
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return { id, stepId };
}

/** A conversation of yesterday in which something was noticed, with a stretch that the teacher noted. */
async function talk(world: World, coachingId: string): Promise<{ id: string; noteId: string }> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const [id, noteId] = [newId(at), newId(at)];
  const author = people.teacher.personId;
  await db
    .insertInto('conversation')
    .values({ owner_id, id, coaching_id: coachingId, on_date: '2026-11-17', begun_by: author, begun_at: at })
    .execute();
  await db
    .insertInto('conversation_part')
    .values({
      owner_id,
      id: newId(at),
      conversation_id: id,
      part: 'noticed',
      text: world.canary('learning', two),
      version: 1,
      written_by: author,
      written_at: at,
    })
    .execute();
  await db
    .insertInto('dialogue_note')
    .values({
      owner_id,
      id: noteId,
      conversation_id: id,
      author_id: author,
      words: world.canary('learning', two),
      subject: world.canary('learning', two),
      initiator_id: author,
      tone: 'curious',
      noted_at: at,
      version: 1,
    })
    .execute();
  return { id, noteId };
}

/** Somebody else to watch, as the coach suggests. */
async function support(world: World, coachingId: string): Promise<string> {
  const { db, at, school, people } = world;
  const id = newId(at);
  await db
    .insertInto('brokered_support')
    .values({
      owner_id: school.id,
      id,
      coaching_id: coachingId,
      what: world.canary('learning', two),
      who: 'Nia',
      link: '',
      offered_by: people.specialist.personId,
      offered_at: at,
      state: 'suggested',
      came_of_it: '',
      version: 1,
      updated_at: at,
    })
    .execute();
  return id;
}
