import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { settle } from '#platform/notices/notices.ts';
import { catalogue } from '#features/evidence/index.ts';
import { openPlan } from './open-plan.ts';
import { evidenceOf, parts, partTitle, type Plan, planAudience, planHref, planTitle } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { begunNotice } from './plan.queries.ts';
import { planView } from './plan.view.ts';

/** One induction plan, principle by principle. It prints as it stands. */
export const planPage = page('/induction/:plan', {
  purpose: 'induction',
  access: planPolicy,
  async load(visit) {
    const opened = await openPlan(visit);
    const { plan } = opened;
    if (plan.waits)
      await settle(
        visit.db,
        { personIds: [visit.who.personId], fromOwner: plan.ownerId, kind: begunNotice, subjectKey: plan.id },
        visit.now,
      );
    return opened;
  },
  view(opened, visit) {
    const { item, plan, mayLead } = opened;
    const next = nextInWords(plan, visit.today);
    return {
      title: planTitle(plan),
      audience: planAudience(item, plan, visit.who, mayLead ? planHref(plan, 'people') : undefined),
      status: { where: whereInWords(plan, visit.today), ...(next && { next }) },
      trail: [{ label: t('Induction'), href: '/induction' }],
      body: planView(opened),
    };
  },
});

/** Where the plan stands, as facts: nothing is scored. */
function whereInWords(plan: Plan, today: string): string {
  const { principles } = catalogue().induction;
  const days = { from: formatDate(plan.startsOn), until: formatDate(plan.endsOn) };
  const when =
    today < plan.startsOn
      ? t('Begins on {from}.', days)
      : today > plan.endsOn
        ? t('It ran from {from} to {until}.', days)
        : t('Since {from}, until {until}.', days);
  const written = principles.filter(({ id }) =>
    plan.lines.some((line) => line.principle === id && line.words),
  );
  const evidenced = principles.filter(({ id }) => evidenceOf(plan, id).length > 0);
  return `${when} ${t('Principles with something planned: {written} of {n}; with evidence: {evidenced}.', {
    n: principles.length,
    written: written.length,
    evidenced: evidenced.length,
  })}`;
}

/** What comes next of what has a day: something somebody does, or a review. */
function nextInWords(plan: Plan, today: string): string | undefined {
  const { principles } = catalogue().induction;
  const planned = plan.lines
    .filter(({ by, words }) => by !== null && by >= today && words)
    .map(({ by, part, principle }) => ({
      on: by!,
      says: t('{part}, {principle}: by {day}', {
        part: partTitle(part),
        principle: principles.find(({ id }) => id === principle)?.title ?? principle,
        day: formatDate(by!, 'weekday'),
      }),
      order: parts.indexOf(part),
    }));
  const reviews = plan.reviews
    .filter(({ heldAt, endedAt }) => heldAt === null && endedAt === null)
    .map(({ on }) => ({ on, says: t('Review on {day}', { day: formatDate(on, 'weekday') }), order: 9 }));
  return [...planned, ...reviews].toSorted(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || a.order - b.order,
  )[0]?.says;
}
