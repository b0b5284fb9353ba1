import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openPlan } from './open-plan.ts';

/** 52 weeks: the same day of the week a year later. */
const aYear = 364;

/** Uses a plan again: another year, another class. */
export const copyPlanPage = page(planHref(':plan', 'copy'), {
  purpose: 'learning',
  access: planPolicy,
  load: openPlan,
  view: ({ plan }, visit) => {
    const action = planHref(plan.id, 'copy');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Use “{title}” again', { title: plan.title }),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: html`<p>
          ${t('What was written, its lessons, points and resources go with it; what colleagues suggested stays. Days move with the first day, which was {day}.', { day: formatDate(plan.startsOn, 'long') })}
        </p>
        ${form(
          {
            action,
            button: t('Make the new plan'),
            values: {
              title: plan.title,
              year: plan.yearKey === '' ? '' : yearWords(plan.yearKey),
              starts_on: addDays(plan.startsOn, aYear),
              ...values,
            },
            errors,
            cancel: planHref(plan.id),
          },
          (f) => [
            f.text({ name: 'title', label: t('What it is about'), required: true, maxlength: 160 }),
            f.text({ name: 'year', label: t('Year'), maxlength: 40, width: 'short' }),
            f.date({ name: 'starts_on', label: t('First day'), required: true }),
          ],
        )}`,
    };
  },
});
