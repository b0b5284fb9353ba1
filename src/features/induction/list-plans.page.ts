import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { notMentoring, planHref } from './plan.ts';
import { inductionLeads } from './plan.policy.ts';
import { type ListedPlan, selectPlans } from './plan.queries.ts';

const perPage = 30;

/** The induction plans one may read. */
export const plansPage = page('/induction', {
  purpose: 'induction',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const found = await selectPlans(visit.db, visit.who, visit.today, {
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { number, found, leads: visit.who.hasAny(inductionLeads) };
  },
  view({ number, found, leads }) {
    const total = found[0]?.total ?? 0;
    return {
      title: t('Induction'),
      audience: leads
        ? {
            icon: 'people',
            words: t('You and the others who lead induction; of each plan its page says who reads it'),
            why: t('Those who lead induction see every plan of the school. Others see those they are in.'),
          }
        : {
            icon: 'private',
            words: t('Only you'),
            why: t('This list holds the plans you are in. Of each its page says who can see it.'),
          },
      ...(leads && { action: { label: t('Begin a plan'), href: '/induction/new' } }),
      body: html`${notice('info', notMentoring())}
      ${countedList({
        says: tn(total, '{n} plan', '{n} plans'),
        items: found.map(entry),
        empty: empty({
          says: leads
            ? t('There is no plan yet. Begin one for somebody who is new, or new in what they do.')
            : t('You are in no induction plan. Those who lead induction begin one for somebody who is new.'),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/induction' })}
      ${
        leads &&
        quietActions([
          { label: t('What the school does for everybody new'), href: '/induction/school', icon: 'school' },
        ])
      }`,
    };
  },
});

const entry = (plan: ListedPlan): Html =>
  html`<a href="${planHref(plan)}">${t('{name}, {role}', { name: plan.person, role: plan.newIn })}</a>
    <span class="meta"
      >${t('{from} to {until}, with {tutor}', {
        from: formatDate(plan.startsOn, 'short'),
        until: formatDate(plan.endsOn, 'short'),
        tutor: plan.tutor,
      })}${plan.closed && html`; ${t('closed')}`}${plan.nextReview && html`; ${t('review {day}', { day: formatDate(plan.nextReview, 'short') })}`}</span
    >`;
