import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openToWrite } from '../scheme/open-plan.ts';

/** Asks a colleague, a co-ordinator or a specialist to look at a plan. */
export const askLookPage = page(planHref(':plan', 'ask'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { plan, teachers } = await openToWrite(visit);
    const teach = new Set(teachers.map(({ personId }) => personId));
    const staff = await selectStaff(visit.db, visit.who, visit.today);
    return { plan, staff: staff.filter(({ personId }) => !teach.has(personId)) };
  },
  view: ({ plan, staff }, visit) => {
    const action = planHref(plan.id, 'ask');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Ask somebody to look at it'),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form(
        { action, button: t('Ask'), values: { ...values }, errors, cancel: planHref(plan.id) },
        (f) => [
          f.select({
            name: 'person',
            label: t('Whom?'),
            required: true,
            options: [
              { value: '', label: t('Choose a colleague') },
              ...staff.map(({ personId, name }) => ({ value: personId, label: name })),
            ],
          }),
          f.date({
            name: 'by',
            label: t('By which day?'),
            hint: t('Leave it empty where there is no hurry.'),
          }),
          f.textarea({
            name: 'words',
            label: t('What should they look at?'),
            rows: 3,
            maxlength: 1000,
          }),
        ],
      ),
    };
  },
});
