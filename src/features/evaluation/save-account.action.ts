import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { accountPage } from './account.page.ts';
import { accountTexts } from './account.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation } from './open-evaluation.ts';

/** Saves what else one must know. Throws `Stale` when somebody saved meanwhile. */
export const saveAccount = action('/programmes/:programme/evaluation/sure/account', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: accountPage,
  input: z.object({
    priorExposure: optionalProse(4000),
    meanwhile: optionalProse(4000),
    whoLeft: optionalProse(4000),
    nextSteps: optionalProse(4000),
    version: version(),
  }),
  async run(change, { version: shown, ...words }) {
    const { programme, evaluation } = await openEvaluation(change, 'plan');
    const { tx, now, who } = change;
    const { account } = evaluation;
    const of = { ownerId: programme.ownerId, id: account?.id ?? newId(now) };
    if (account && account.version !== shown)
      await throwStale(tx, of, { version: account.version, fields: accountTexts(account) }, now);
    const row = {
      prior_exposure: words.priorExposure,
      meanwhile: words.meanwhile,
      who_left: words.whoLeft,
      next_steps: words.nextSteps,
      version: shown + 1,
      updated_by: who.personId,
      updated_at: now,
    };
    await tx
      .insertInto('evaluation_account')
      .values({ owner_id: of.ownerId, evaluation_id: evaluation.id, id: of.id, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'evaluation_id']).doUpdateSet(row))
      .execute();
    await keepText(tx, of, shown + 1, words, who.personId, now);
    await change.record({
      kind: 'evaluation.account-saved',
      itemId: evaluation.id,
      body: { version: shown + 1 },
    });
    return see(evaluationHref(programme, 'sure'), t('Saved.'));
  },
});
