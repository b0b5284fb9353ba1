import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { changePlanPage } from './change-plan.page.ts';
import { openToWrite } from './open-plan.ts';
import { planFrom, planInput } from './plan-input.ts';
import { updatePlan } from './plan.queries.ts';

/** Saves what a plan is about and when. Throws `Stale`, carrying both. */
export const changePlan = action(planHref(':plan', 'change'), {
  purpose: 'learning',
  access: planPolicy,
  page: changePlanPage,
  input: z.object({ ...planInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { plan } = await openToWrite(change);
    if (!(await updatePlan(change, { id: plan.id, version: shown }, planFrom(sent))))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: plan.id },
        {
          version: plan.version,
          fields: [
            { name: 'title', label: t('What it is about'), text: plan.title },
            { name: 'subject', label: t('Subject'), text: plan.subject },
            {
              name: 'starts_on',
              label: t('When'),
              text: t('{from} to {until}', {
                from: formatDate(plan.startsOn),
                until: formatDate(plan.endsOn),
              }),
            },
          ],
        },
        change.now,
      );
    await change.record({ kind: 'plan.changed', itemId: plan.id, body: { version: shown + 1 } });
    return see(planHref(plan.id), t('It is saved.'));
  },
});
