import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { openPlan, type OpenedPlan } from './open-plan.ts';
import { planAudience, planHref, planTitle, type Review } from './plan.ts';
import { planPolicy } from './plan.policy.ts';

/** The days on which teacher and tutor look at the plan together, and what they agreed to do next. */
export const reviewsPage = page('/induction/:plan/reviews', {
  purpose: 'induction',
  access: planPolicy,
  load: (visit) => openPlan(visit),
  view(opened, visit) {
    const { item, plan, mayWrite } = opened;
    const reviews = plan.reviews.filter(({ endedAt }) => endedAt === null);
    const action = planHref(plan, 'reviews');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Reviews'),
      audience: planAudience(item, plan, visit.who),
      trail: [
        { label: t('Induction'), href: '/induction' },
        { label: planTitle(plan), href: planHref(plan) },
      ],
      body: html`<p>
          ${t('{teacher} and {tutor} look at the plan together. Each review waits on Today and stands in both calendars.', { teacher: plan.person, tutor: plan.tutor })}
        </p>
        ${countedList({
          says: tn(reviews.length, '{n} review', '{n} reviews'),
          items: reviews.map((review) => entry(visit, opened, review)),
          empty: t('No review is set.'),
        })}
        ${
          mayWrite &&
          html`<h2>${t('Set a review')}</h2>
            ${form({ action, button: t('Set this review'), values, errors }, (f) =>
              f.date({ name: 'on_date', label: t('Day'), required: true }),
            )}`
        }`,
    };
  },
});

function entry(visit: Visit, { plan, mayWrite }: OpenedPlan, { id, on, heldAt, next }: Review): Html {
  const held = planHref(plan, `reviews/${id}/held`);
  const { values, errors } = visit.formAt(held);
  const open: Value =
    mayWrite &&
    heldAt === null &&
    html`${
        on <= visit.today &&
        form({ action: held, button: t('It was held'), quiet: true, values, errors }, (f) =>
          f.textarea({ name: 'next_words', label: t('What we do next'), rows: 2 }),
        )
      }
      <div class="actions">
        ${form({
          action: planHref(plan, `reviews/${id}/call-off`),
          button: t('Call it off'),
          describe: t('Call it off: {day}', { day: formatDate(on) }),
          quiet: true,
        })}
      </div>`;
  return html`<strong>${formatDate(on, 'weekday')}</strong>
    <span class="meta"
      >${heldAt ? t('held') : on < visit.today ? t('not noted as held yet') : t('to come')}</span
    >
    ${next && html`<p class="as-written">${next}</p>`} ${open}`;
}
