import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn, staff } from '#test/world.ts';
import { groupVisits } from './evaluation/groups.ts';
import { judgementVisits } from './evaluation/judgement.ts';
import { insertMeasure, insertPlan, planVisits } from './evaluation/plan.ts';
import { questionVisits } from './evaluation/questions.ts';
import { reportVisits } from './evaluation/report.ts';
import { stageIn, type Stage } from './evaluation/stage.ts';

/** The evaluation of the programme, part by part; each part says what it puts there. */
export const visits: SeedVisits = async (world) => {
  const empty = stageIn(world);
  const stage: Stage = { ...empty, id: await insertPlan(empty) };
  const measure = await insertMeasure(stage);
  return {
    ...(await reportVisits(stage)),
    ...planVisits(stage),
    ...(await groupVisits(stage, measure)),
    ...(await questionVisits(stage)),
    ...(await judgementVisits(stage)),
    'GET /evidence/effect-translator': {
      path: '/evidence/effect-translator',
      seenBy: staff,
      openTo: signedIn.filter((who) => ['specialist', 'other-guest', 'other-head'].includes(who)),
    },
  };
};
