import { evaluationAnswerPolicy } from '#features/evaluation/evaluation.policy.ts';
import type { Visits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';
import { readers, type Stage } from './stage.ts';

const askers: readonly Persona[] = ['facilitator', 'cpd-leader'];

/** The questions at the end, open, with the partner's answer. */
async function insertAnswers({ world, id, item }: Stage): Promise<void> {
  const { db, at, school, people } = world;
  const owner_id = school.id;
  const leader = people['cpd-leader'].personId;
  const answerWords = world.canary('evaluation', ['partner']);
  await db
    .insertInto('evaluation_asking')
    .values({ owner_id, evaluation_id: id, moment: 'end', opened_by: leader, opened_at: at, closed_at: null })
    .execute();
  await db
    .insertInto('evaluation_answer')
    .values({
      owner_id,
      id: await item(evaluationAnswerPolicy, people.partner.personId),
      evaluation_id: id,
      moment: 'end',
      side: 'recipient',
      person_id: people.partner.personId,
      said: JSON.stringify({ intended: { chosen: null, words: answerWords } }),
      words_shown: true,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export async function questionVisits(stage: Stage): Promise<Visits> {
  const { base } = stage;
  await insertAnswers(stage);
  return {
    'GET /programmes/:programme/evaluation/questions': { path: `${base}/questions`, seenBy: readers },
    'GET /programmes/:programme/evaluation/questions/:moment': {
      path: `${base}/questions/end`,
      seenBy: readers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment': {
      path: `${base}/questions/end`,
      fields: { version: 0, 'worth-time': 'a-little' },
      by: readers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment/open': {
      path: `${base}/questions/delayed/open`,
      fields: {},
      by: askers,
    },
    'POST /programmes/:programme/evaluation/questions/:moment/close': {
      path: `${base}/questions/end/close`,
      fields: {},
      by: askers,
    },
  };
}
