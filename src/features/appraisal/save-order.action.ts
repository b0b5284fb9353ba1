import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { orderAddress, orderPage } from './order.page.ts';
import { saveSetting } from './setting.queries.ts';

/** The head switches the order on or off. Those who are asked, or no longer, find it on Today. */
export const saveOrder = action(orderAddress, {
  purpose: 'appraisal',
  access: roles(role.head),
  page: orderPage,
  input: z.object({ coaching_first: ticked(), version: version() }),
  async run(change, { coaching_first: coachingFirst, version: shown }) {
    const saved = await saveSetting(
      change.tx,
      change.organisationId,
      { coachingFirst, version: shown },
      { personId: change.who.personId, at: change.now },
    );
    if (!saved) throw new Refused(t('This was changed meanwhile. Look at it again.'));
    await change.record({ kind: 'appraisal.order-set', body: { coachingFirst }, tell: true });
    return see(
      orderAddress,
      coachingFirst
        ? t('Saved. Formal observations come after the term’s coaching.')
        : t('Saved. A formal observation can be asked for at any time.'),
    );
  },
});
