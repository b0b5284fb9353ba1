import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openPlan } from './open-plan.ts';
import { planView } from './plan.view.ts';

/** One scheme of work, with its lessons, its points, and what colleagues say beside it. */
export const planPage = page(planHref(':plan'), {
  purpose: 'learning',
  access: planPolicy,
  load: openPlan,
  view: (opened, visit) => ({
    title: opened.plan.title,
    audience: planAudience(visit.who),
    status: {
      where: opened.plan.readyAt === null ? t('Being written') : t('Ready'),
    },
    trail: planTrail(),
    body: planView(opened, visit),
  }),
});
