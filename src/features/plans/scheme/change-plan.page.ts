import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openToWrite } from './open-plan.ts';
import { planFields, valuesOf } from './plan-input.ts';

/** Changes title, subject, year and days. */
export const changePlanPage = page(planHref(':plan', 'change'), {
  purpose: 'learning',
  access: planPolicy,
  load: openToWrite,
  view: ({ plan }, visit) => {
    const action = planHref(plan.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: plan.title }),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form(
        {
          action,
          button: t('Save'),
          values: { ...valuesOf(plan), ...values },
          errors,
          hidden: { version: plan.version },
          cancel: planHref(plan.id),
        },
        planFields,
      ),
    };
  },
});
