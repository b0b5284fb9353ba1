import { z } from 'zod';
import { today } from '#platform/calendar/dates.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { waitingFor } from './evaluation.notices.ts';
import { selectWaitingFacts } from './waiting.queries.ts';

/** Makes the lists of an evaluation's people, or of those of all evaluations of a school, say what waits now. */
async function settleNotices(services: Services, ownerId: string, only?: string): Promise<void> {
  const now = services.now();
  for (const facts of await selectWaitingFacts(services.db, ownerId, only))
    await settleMatter(
      services.db,
      { fromOwner: ownerId, itemId: facts.id, personIds: facts.known },
      waitingFor(facts, today(now, facts.zone)),
      now,
    );
}

const followed = [
  'programme.published',
  'programme.withdrawn',
  'evaluation.asked',
  'evaluation.answered',
  'evaluation.questions-closed',
  'evaluation.planned',
  'evaluation.measure-added',
  'evaluation.measure-ended',
  'evaluation.measure-restored',
  'evaluation.group-added',
  'evaluation.group-ended',
  'evaluation.group-restored',
  'evaluation.figures-handed-in',
  'evaluation.figures-taken-back',
];

/** What an event concerns: the evaluation itself or its programme, or with the evaluation's id beside it a group of pupils. */
const about = z.object({ itemId: z.uuid(), evaluationId: z.uuid().optional() });

export const settleEvaluation = told(followed, about, async ({ ownerId, body }, job) => {
  await settleNotices(job, ownerId, body.evaluationId ?? body.itemId);
});

/** Each night, for what changes without an event: a day comes near, somebody left the programme. */
export const evaluationJob = every('evaluation.notices', { dailyAt: '03:20' }, (job) =>
  eachOrganisation(job.db, job.signal, ({ id }) => settleNotices(job, id)),
);
