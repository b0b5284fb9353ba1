import { newId } from '#platform/db/ids.ts';
import { groupPolicy, keyPolicy } from '#features/evaluation/evaluation.policy.ts';
import type { Visits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';
import { type Stage, team } from './stage.ts';

const entering: readonly Persona[] = ['teacher', 'partner', 'facilitator'];
const own: readonly Persona[] = ['teacher'];
const participants: readonly Persona[] = ['teacher', 'partner'];

/** A group of the teacher's with six pupils, two moments handed in, and a list of who is who. Answers a pupil's id. */
async function insertGroup({ world, id, item }: Stage, measure: string): Promise<string> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const teacher = people.teacher.personId;
  const pupilWords = world.canary('evaluation', ['teacher']);
  const group = await item(groupPolicy, teacher);
  await db
    .insertInto('evaluation_group')
    .values({
      owner_id,
      id: group,
      evaluation_id: id,
      number: 1,
      teacher_id: teacher,
      name: 'Focus pupils',
      arm: 'programme',
      keeps: 'pupils',
      created_at: at,
    })
    .execute();
  const pupil = newId(at);
  for (const [index, code] of [pupilWords, 'Birch', 'Cobalt', 'Dune', 'Elder', 'Fern'].entries()) {
    const pupilId = index === 0 ? pupil : newId(at);
    await db
      .insertInto('evaluation_pupil')
      .values({
        owner_id,
        id: pupilId,
        group_id: group,
        code,
        position: index + 1,
        left_on: null,
        ended_at: null,
      })
      .execute();
    for (const moment of ['baseline', 'end'])
      await db
        .insertInto('evaluation_value')
        .values({
          owner_id,
          id: newId(at),
          evaluation_id: id,
          group_id: group,
          measure_id: measure,
          subject_id: pupilId,
          moment,
          value: index + (moment === 'end' ? 3 : 1),
          missing: null,
          pupils: null,
          entered_by: teacher,
          entered_at: at,
          ended_at: null,
        })
        .execute();
  }
  await db
    .insertInto('evaluation_handed_in')
    .values(
      ['baseline', 'end'].map((moment) => ({
        owner_id,
        group_id: group,
        moment,
        handed_in_by: teacher,
        handed_in_at: at,
      })),
    )
    .execute();
  await db
    .insertInto('evaluation_key')
    .values({
      owner_id: teacher,
      id: await item(keyPolicy, teacher, teacher),
      organisation_id: owner_id,
      group_id: group,
      names: JSON.stringify({ [pupil]: pupilWords }),
      version: 1,
      updated_at: at,
    })
    .execute();
  return pupil;
}

export async function groupVisits(stage: Stage, measure: string): Promise<Visits> {
  const {
    base,
    world: { people },
  } = stage;
  const pupil = await insertGroup(stage, measure);
  const mine = `${base}/groups/1`;
  return {
    'GET /programmes/:programme/evaluation/groups': { path: `${base}/groups`, seenBy: team },
    'POST /programmes/:programme/evaluation/groups': {
      path: `${base}/groups`,
      fields: { name: 'Mine', arm: 'programme', keeps: 'pupils', codes: 'Amber' },
      by: entering,
    },
    'GET /programmes/:programme/evaluation/groups/from-agreement': {
      path: `${base}/groups/from-agreement`,
      seenBy: participants,
    },
    'POST /programmes/:programme/evaluation/groups/from-agreement': {
      path: `${base}/groups/from-agreement`,
      fields: { agreement: newId(), name: 'Mine', arm: 'programme', keeps: 'pupils', codes: 'Amber' },
      by: participants,
    },
    'GET /programmes/:programme/evaluation/groups/:group': { path: mine, seenBy: own },
    'POST /programmes/:programme/evaluation/groups/:group/pupils': {
      path: `${mine}/pupils`,
      fields: { codes: 'Gull' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/left': {
      path: `${mine}/left`,
      fields: { pupil, is: 'left' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/share': {
      path: `${mine}/share`,
      fields: { see: people.partner.personId },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/end': { path: `${mine}/end`, fields: {}, by: own },
    'POST /programmes/:programme/evaluation/groups/:group/restore': {
      path: `${mine}/restore`,
      fields: {},
      by: own,
    },
    'GET /programmes/:programme/evaluation/groups/:group/figures/:moment': {
      path: `${mine}/figures/end`,
      seenBy: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/figures/:moment': {
      path: `${mine}/figures/middle`,
      fields: { version: 0, [`figure-1-${pupil}`]: '7' },
      by: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/figures/:moment/take-back': {
      path: `${mine}/figures/end/take-back`,
      fields: {},
      by: own,
    },
    'GET /programmes/:programme/evaluation/groups/:group/history': { path: `${mine}/history`, seenBy: own },
    'GET /programmes/:programme/evaluation/groups/:group/who-is-who': {
      path: `${mine}/who-is-who`,
      seenBy: own,
    },
    'POST /programmes/:programme/evaluation/groups/:group/who-is-who': {
      path: `${mine}/who-is-who`,
      fields: { version: 1, [`name-${pupil}`]: 'Somebody' },
      by: own,
    },
  };
}
