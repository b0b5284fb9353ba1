import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref, plansPath } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openPlan, openToWrite } from './open-plan.ts';
import { planPage } from './plan.page.ts';
import { setReady } from './plan.queries.ts';

const common = { purpose: 'learning', access: planPolicy, page: planPage, input: z.object({}) } as const;

/** Its teachers say that others can rely on it. */
export const readyPlan = action(planHref(':plan', 'ready'), {
  ...common,
  run: (change) => setReadiness(change, change.now),
});

export const notReadyPlan = action(planHref(':plan', 'not-ready'), {
  ...common,
  run: (change) => setReadiness(change, null),
});

async function setReadiness(change: Change, at: Date | null): Promise<See> {
  const { plan } = await openToWrite(change);
  if ((plan.readyAt !== null) === (at !== null))
    throw new Refused(at ? t('It is said to be ready already.') : t('It is being written already.'));
  await setReady(change.tx, change.organisationId, plan.id, at);
  await change.record({ kind: at ? 'plan.ready' : 'plan.reopened', itemId: plan.id, body: {} });
  return at
    ? see(
        planHref(plan.id),
        t('It says that it is ready. You can go on changing it.'),
        planHref(plan.id, 'not-ready'),
      )
    : see(planHref(plan.id), t('It says that it is being written.'), planHref(plan.id, 'ready'));
}

export const endPlan = action(planHref(':plan', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restorePlan = action(planHref(':plan', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { plan, item, ended } = await openPlan(change);
  change.who.must('write', planPolicy, item);
  if (ended === (at !== null))
    throw new Refused(at ? t('It is taken away already.') : t('It is there already.'));
  await endItem(change.tx, item, at);
  await change.record({ kind: at ? 'plan.ended' : 'plan.restored', itemId: plan.id, body: {}, tell: true });
  return at
    ? see(plansPath, t('The scheme of work is taken away.'), planHref(plan.id, 'restore'))
    : see(planHref(plan.id), t('The scheme of work is back.'), planHref(plan.id, 'end'));
}
