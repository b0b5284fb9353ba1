import { newId } from '#platform/db/ids.ts';
import { evaluationPolicy } from '#features/evaluation/index.ts';
import type { Visits } from '#test/visit-map.ts';
import { readers, type Stage, taking, team } from './stage.ts';

const plan = {
  version: 1,
  pupils: 'Six',
  learning: 'They ask',
  noticing: 'More questions',
  whoMeasures: 'Teachers',
  comparison: 'none',
  comparisonAbout: '',
  baseline: '2026-09-14',
  middle: '2027-01-18',
  end: '2027-06-21',
  delayed: '2027-10-04',
};
const measured = {
  version: 1,
  title: 'Questions',
  how: '',
  kind: 'number',
  better: 'higher',
  whose: 'common',
};

/** The plan with its four days. Answers the evaluation's id. */
export async function insertPlan({ world, inTeam, item }: Omit<Stage, 'id'>): Promise<string> {
  const { db, at, school, people, programme } = world;
  const owner_id = school.id;
  const teacher = people.teacher.personId;
  const id = await item(evaluationPolicy, teacher);
  await db
    .insertInto('evaluation')
    .values({
      owner_id,
      id,
      programme_id: programme.id,
      pupils: inTeam,
      learning: inTeam,
      noticing: inTeam,
      who_measures: inTeam,
      comparison: 'none',
      comparison_about: '',
      baseline_on: '2026-09-14',
      middle_on: '2027-01-18',
      end_on: '2027-06-21',
      delayed_on: '2027-10-04',
      version: 1,
      updated_by: teacher,
      updated_at: at,
    })
    .execute();
  return id;
}

/** One measure that everybody takes. Answers its id. */
export async function insertMeasure({ world, id, inTeam, touched }: Stage): Promise<string> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const teacher = people.teacher.personId;
  const measure = newId(at);
  await db
    .insertInto('evaluation_measure')
    .values({
      owner_id,
      id: measure,
      evaluation_id: id,
      number: 1,
      title: inTeam,
      how: '',
      kind: 'number',
      unit: 'questions',
      lowest: 0,
      highest: 20,
      better: 'higher',
      levels: '[]',
      minutes: null,
      chosen_by: teacher,
      used_by: [],
      common: true,
      ...touched,
    })
    .execute();
  return measure;
}

export const planVisits = ({ base }: Stage): Visits => ({
  'GET /programmes/:programme/evaluation/plan': { path: `${base}/plan`, seenBy: readers },
  'GET /programmes/:programme/evaluation/plan/change': { path: `${base}/plan/change`, seenBy: team },
  'POST /programmes/:programme/evaluation/plan/change': {
    path: `${base}/plan/change`,
    fields: plan,
    by: team,
  },
  'POST /programmes/:programme/evaluation/plan/agree': {
    path: `${base}/plan/agree`,
    fields: { version: 1 },
    by: taking,
  },
  'GET /programmes/:programme/evaluation/measures/new': { path: `${base}/measures/new`, seenBy: team },
  'POST /programmes/:programme/evaluation/measures': {
    path: `${base}/measures`,
    fields: measured,
    by: team,
  },
  'GET /programmes/:programme/evaluation/measures/:measure': { path: `${base}/measures/1`, seenBy: team },
  'POST /programmes/:programme/evaluation/measures/:measure': {
    path: `${base}/measures/1`,
    fields: measured,
    by: team,
  },
  'POST /programmes/:programme/evaluation/measures/:measure/end': {
    path: `${base}/measures/1/end`,
    fields: {},
    by: team,
  },
  'POST /programmes/:programme/evaluation/measures/:measure/restore': {
    path: `${base}/measures/1/restore`,
    fields: {},
    by: team,
  },
});
