import { audienceNote } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { selectDatesOnly } from '../dates.queries.ts';
import { planPolicy } from '../planner.policy.ts';
import { releaseSection } from '../release/release.view.ts';
import { yearOn } from '../school-year.ts';
import { copiesLink, printLine, yearLinks } from '../years.view.ts';
import { type OpenedPlan, openPlan } from './open-plan.ts';
import { planHref } from './plan.ts';
import { heldAgainstConcepts, planTable, runningNow } from './plan.view.ts';

/** The planner of the school year one is in. */
export const plannerNowPage = page('/school/mentoring-planner', {
  purpose: 'administration',
  access: planPolicy,
  load: async (visit) =>
    openPlan(visit, 'read', yearOn(visit.today, await selectDatesOnly(visit.db, visit.who))),
  view: (opened, visit) => planView(opened, visit),
});

/** What mentoring, specialist coaching and co-coaching are for in a school year, with whom, and when. */
export const plannerPage = page('/school/mentoring-planner/:year', {
  purpose: 'administration',
  access: planPolicy,
  load: (visit) => openPlan(visit),
  view: (opened, visit) => planView(opened, visit),
});

const planView = (opened: OpenedPlan, visit: Visit): Content => ({
  title: t('Mentoring and coaching planner, {year}', { year: opened.year.name }),
  audience: audienceNote(opened.item, planPolicy, visit.who),
  trail: [{ label: t('School'), href: '/school' }],
  wide: true,
  body: html`<p>
      ${t('What each relationship is for, who is involved and when it takes place: written by those who lead professional learning. It names groups and purposes, never who works with whom.')}
    </p>
    ${planTable(opened, opened.may('write'))} ${printLine()} ${runningNow(opened.running)}
    ${heldAgainstConcepts(opened)}
    ${releaseSection({ ...opened, tool: 'plan', year: opened.year.year, mayRelease: opened.may('release') }, visit)}
    ${otherYears(opened)} ${copiesLink(opened.copies)}`,
});

const otherYears = (opened: OpenedPlan): Html =>
  html`<section>
    <h2>${t('Other years')}</h2>
    ${yearLinks({ years: opened.years.map(({ year }) => year), here: opened.year.year, dates: opened.dates, href: planHref })}
    ${
      opened.may('write') &&
      opened.begun &&
      form({
        action: planHref(opened.year.year, 'copy'),
        button: t('Copy this plan into the next year'),
        quiet: true,
      })
    }
  </section>`;
