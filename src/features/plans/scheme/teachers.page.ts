import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openPlan } from './open-plan.ts';

/** Who teaches by a plan, and so writes it. */
export const teachersPage = page(planHref(':plan', 'teachers'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const opened = await openPlan(visit);
    visit.who.must('appoint', planPolicy, opened.item);
    return { ...opened, staff: await selectStaff(visit.db, visit.who, visit.today) };
  },
  view: ({ plan, teachers, staff }, visit) => {
    const action = planHref(plan.id, 'teachers');
    const { values, errors } = visit.formAt(action);
    // Somebody who has left may stand there still.
    const names = new Map([...teachers, ...staff].map(({ personId, name }) => [personId, name]));
    return {
      title: t('Who teaches by “{title}”', { title: plan.title }),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form(
        {
          action,
          button: t('Save'),
          values: { teacher: teachers.map(({ personId }) => personId), ...values },
          errors,
          cancel: planHref(plan.id),
        },
        (f) =>
          f.checkboxes({
            name: 'teacher',
            label: t('Teachers'),
            hint: t(
              'They write the plan and read what is suggested beside it. All other staff read the plan.',
            ),
            unmarked: true,
            options: [...names]
              .toSorted(([, a], [, b]) => a.localeCompare(b))
              .map(([value, label]) => ({ value, label })),
          }),
      ),
    };
  },
});
