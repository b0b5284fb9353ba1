import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation } from './open-evaluation.ts';
import { planPage } from './plan.page.ts';

/** A participant agrees with the plan they were shown. */
export const agreePlan = action('/programmes/:programme/evaluation/plan/agree', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: planPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { programme, evaluation } = await openEvaluation(change, 'release');
    if (shown !== evaluation.version)
      throw new Refused(t('The plan was changed since you opened this page. Read it once more.'));
    await change.tx
      .insertInto('evaluation_agreed')
      .values({
        owner_id: programme.ownerId,
        evaluation_id: evaluation.id,
        person_id: change.who.personId,
        version: shown,
        agreed_at: change.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'evaluation_id', 'person_id'])
          .doUpdateSet({ version: shown, agreed_at: change.now }),
      )
      .execute();
    await change.record({ kind: 'evaluation.agreed', itemId: evaluation.id, body: { version: shown } });
    return see(evaluationHref(programme, 'plan'), t('You have agreed with the plan.'));
  },
});
