import { newId } from '#platform/db/ids.ts';
import type { Visits } from '#test/visit-map.ts';
import { readers, type Stage, taking, team } from './stage.ts';

/** One other explanation, one claim and the summary. Answers the ids of the first two. */
async function insertJudgement({
  world,
  id,
  inTeam,
  touched,
}: Stage): Promise<[rival: string, claim: string]> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const teacher = people.teacher.personId;
  const [rival, claim] = [newId(at), newId(at)];
  await db
    .insertInto('evaluation_rival')
    .values({
      owner_id,
      id: rival,
      evaluation_id: id,
      common_key: null,
      title: inTeam,
      known: '',
      done: '',
      ...touched,
    })
    .execute();
  await db
    .insertInto('evaluation_claim')
    .values({
      owner_id,
      id: claim,
      evaluation_id: id,
      says: inTeam,
      kind: 'pupils',
      certainty: 'single',
      ...touched,
    })
    .execute();
  await db
    .insertInto('evaluation_summary')
    .values({
      owner_id,
      evaluation_id: id,
      id: newId(at),
      says: 'Ours',
      version: 1,
      updated_by: teacher,
      updated_at: at,
    })
    .execute();
  return [rival, claim];
}

export async function judgementVisits(stage: Stage): Promise<Visits> {
  const { base } = stage;
  const [rival, claim] = await insertJudgement(stage);
  return {
    'GET /programmes/:programme/evaluation/sure': { path: `${base}/sure`, seenBy: readers },
    'POST /programmes/:programme/evaluation/sure': {
      path: `${base}/sure`,
      fields: { common: 'chance' },
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival': {
      path: `${base}/sure/${rival}`,
      fields: { title: 'Chance', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival/end': {
      path: `${base}/sure/${rival}/end`,
      fields: {},
      by: team,
    },
    'POST /programmes/:programme/evaluation/sure/:rival/restore': {
      path: `${base}/sure/${rival}/restore`,
      fields: {},
      by: team,
    },
    'GET /programmes/:programme/evaluation/sure/account': { path: `${base}/sure/account`, seenBy: team },
    'POST /programmes/:programme/evaluation/sure/account': {
      path: `${base}/sure/account`,
      fields: { version: 0, meanwhile: 'A library' },
      by: team,
    },
    'GET /programmes/:programme/evaluation/claims': { path: `${base}/claims`, seenBy: readers },
    'POST /programmes/:programme/evaluation/claims': {
      path: `${base}/claims`,
      fields: { says: 'They ask more.', kind: 'pupils', certainty: 'single' },
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim': {
      path: `${base}/claims/${claim}`,
      fields: { says: 'They ask.', kind: 'pupils', certainty: 'single', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim/end': {
      path: `${base}/claims/${claim}/end`,
      fields: {},
      by: team,
    },
    'POST /programmes/:programme/evaluation/claims/:claim/restore': {
      path: `${base}/claims/${claim}/restore`,
      fields: {},
      by: team,
    },
    'GET /programmes/:programme/evaluation/summary': { path: `${base}/summary`, seenBy: readers },
    'POST /programmes/:programme/evaluation/summary': {
      path: `${base}/summary`,
      fields: { says: 'Ours as well', version: 1 },
      by: team,
    },
    'POST /programmes/:programme/evaluation/summary/release': {
      path: `${base}/summary/release`,
      fields: { version: 1 },
      by: taking,
    },
    'POST /programmes/:programme/evaluation/summary/withhold': {
      path: `${base}/summary/withhold`,
      fields: {},
      by: taking,
    },
  };
}
