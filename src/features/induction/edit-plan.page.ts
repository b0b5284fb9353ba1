import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { openPlan } from './open-plan.ts';
import { planAudience, planHref, planTitle } from './plan.ts';
import { planFields } from './plan-form.ts';
import { planPolicy } from './plan.policy.ts';
import { selectStaff } from './plan.queries.ts';

/** Changes who is the tutor, what the teacher is new in, and the days. */
export const editPlanPage = page('/induction/:plan/edit', {
  purpose: 'induction',
  access: planPolicy,
  async load(visit) {
    const opened = await openPlan(visit, 'lead');
    return { ...opened, staff: await selectStaff(visit.db, visit.organisationId, visit.today) };
  },
  view({ item, plan, staff }, visit) {
    const action = planHref(plan, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change its days and tutor'),
      audience: planAudience(item, plan, visit.who),
      trail: [
        { label: t('Induction'), href: '/induction' },
        { label: planTitle(plan), href: planHref(plan) },
      ],
      body: form(
        {
          action,
          button: t('Save'),
          values: {
            tutor: plan.tutorId,
            new_in: plan.newIn,
            starts_on: plan.startsOn,
            ends_on: plan.endsOn,
            ...values,
          },
          errors,
          hidden: { version: plan.version },
          cancel: planHref(plan),
        },
        (f) => planFields(f, staff),
      ),
    };
  },
});
