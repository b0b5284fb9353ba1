import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { askingAt, askingMomentAt } from './asking-moment.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation } from './open-evaluation.ts';
import { questionsPage } from './questions.page.ts';

/** Asks leader and recipients the same questions. */
export const openQuestions = action('/programmes/:programme/evaluation/questions/:moment/open', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: questionsPage,
  input: z.object({}),
  async run(change) {
    const moment = askingMomentAt(change);
    const { programme, evaluation } = await openEvaluation(change, 'ask');
    if (askingAt(evaluation, moment)) throw new Refused(t('These questions have been asked already.'));
    await change.tx
      .insertInto('evaluation_asking')
      .values({
        owner_id: programme.ownerId,
        evaluation_id: evaluation.id,
        moment,
        opened_by: change.who.personId,
        opened_at: change.now,
        closed_at: null,
      })
      .execute();
    await change.record({
      kind: 'evaluation.asked',
      itemId: evaluation.id,
      body: { moment },
      tell: true,
    });
    return see(
      evaluationHref(programme, 'questions'),
      t('The questions are open to those who led and those who take part.'),
    );
  },
});

/** Closes the questions for good; from then on what five or more said together is shown. */
export const closeQuestions = action('/programmes/:programme/evaluation/questions/:moment/close', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: questionsPage,
  input: z.object({}),
  async run(change) {
    const moment = askingMomentAt(change);
    const { programme, evaluation } = await openEvaluation(change, 'ask');
    if (askingAt(evaluation, moment)?.closedAt !== null)
      throw new Refused(t('These questions are not open.'));
    await change.tx
      .updateTable('evaluation_asking')
      .set({ closed_at: change.now })
      .where('owner_id', '=', programme.ownerId)
      .where('evaluation_id', '=', evaluation.id)
      .where('moment', '=', moment)
      .execute();
    await change.record({
      kind: 'evaluation.questions-closed',
      itemId: evaluation.id,
      body: { moment },
      tell: true,
    });
    return see(evaluationHref(programme), t('The questions are closed.'));
  },
});
