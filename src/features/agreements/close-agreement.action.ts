import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { setVisitsOff } from '#features/observations/index.ts';
import { agreementHref, circleOf } from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { updateAgreement } from './agreement.queries.ts';
import { openAgreement, openRunning } from './open-agreement.ts';

const common = {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({}),
  page: agreementPage,
} as const;

/** A partner closes the partnership. Its partners can go on reading it; observations that were to come are called off. */
export const closeAgreement = action('/agreements/:agreement/close', {
  ...common,
  async run(change) {
    const { agreement } = await openRunning(change, 'write');
    const { tx, now } = change;
    await updateAgreement(tx, agreement, { closed_at: now });
    await setVisitsOff(tx, circleOf(agreement), { since: change.today }, { from: null, to: now, now });
    await change.record({ kind: 'agreement.closed', itemId: agreement.id, tell: true });
    return see(
      agreementHref(agreement),
      t('The partnership is closed. You can all go on reading what you wrote.'),
      agreementHref(agreement, 'reopen'),
    );
  },
});

/** Opens it again, with the observations that were called off by closing it. */
export const reopenAgreement = action('/agreements/:agreement/reopen', {
  ...common,
  async run(change) {
    const { agreement } = await openAgreement(change, 'write');
    const { tx, now } = change;
    const { closedAt } = agreement;
    if (!closedAt) throw new Refused(t('This partnership is open already.'));
    await updateAgreement(tx, agreement, { closed_at: null });
    await setVisitsOff(tx, circleOf(agreement), {}, { from: closedAt, to: null, now });
    await change.record({ kind: 'agreement.reopened', itemId: agreement.id, tell: true });
    return see(agreementHref(agreement), t('The partnership is open again.'));
  },
});
