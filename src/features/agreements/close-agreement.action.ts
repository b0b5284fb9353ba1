import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { agreementHref } from './agreement.ts';
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

/** A partner closes the partnership. Its partners can go on reading it. */
export const closeAgreement = action('/agreements/:agreement/close', {
  ...common,
  async run(change) {
    const { agreement } = await openRunning(change, 'write');
    await updateAgreement(change.tx, agreement, { closed_at: change.now });
    await change.record({ kind: 'agreement.closed', itemId: agreement.id, tell: true });
    return see(
      agreementHref(agreement),
      t('The partnership is closed. You can all go on reading what you wrote.'),
      agreementHref(agreement, 'reopen'),
    );
  },
});

export const reopenAgreement = action('/agreements/:agreement/reopen', {
  ...common,
  async run(change) {
    const { agreement } = await openAgreement(change, 'write');
    if (!agreement.closedAt) throw new Refused(t('This partnership is open already.'));
    await updateAgreement(change.tx, agreement, { closed_at: null });
    await change.record({ kind: 'agreement.reopened', itemId: agreement.id, tell: true });
    return see(agreementHref(agreement), t('The partnership is open again.'));
  },
});
