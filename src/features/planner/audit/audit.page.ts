import { audienceNote } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { sourceLine, catalogue } from '#features/evidence/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { selectDatesOnly } from '../dates.queries.ts';
import { auditPolicy } from '../planner.policy.ts';
import { releaseSection } from '../release/release.view.ts';
import { yearOn } from '../school-year.ts';
import { copiesLink, yearLinks } from '../years.view.ts';
import { auditHref } from './audit.ts';
import { criteriaTable, lineList, takeOverList } from './audit.view.ts';
import { type OpenedAudit, openAudit } from './open-audit.ts';

/** The audit of the school year one is in. */
export const auditNowPage = page('/school/cycle-audit', {
  purpose: 'learning',
  access: auditPolicy,
  load: async (visit) =>
    openAudit(visit, 'read', { year: yearOn(visit.today, await selectDatesOnly(visit.db, visit.who)) }),
  view: (opened, visit) => auditView(opened, visit),
});

/** How a year's policies, programmes and projects use specialists and peers. */
export const auditPage = page('/school/cycle-audit/:year', {
  purpose: 'learning',
  access: auditPolicy,
  load: (visit) => openAudit(visit),
  view: (opened, visit) => auditView(opened, visit),
});

const auditView = (opened: OpenedAudit, visit: Visit): Content => ({
  title: t('Audit of cycles, {year}', { year: opened.year.name }),
  audience: audienceNote(opened.item, auditPolicy, visit.who),
  trail: [{ label: t('School'), href: '/school' }],
  ...(opened.may('write')
    ? { action: { label: t('Add a line'), href: auditHref(opened.year.year, 'lines/new') } }
    : {}),
  body: html`<p>${t(catalogue().planning.cycle.plain)}</p>
    ${sourceLine(catalogue().planning.cycle.source)} ${lineList(opened)}
    ${opened.lines.length > 0 && criteriaTable(opened)} ${takeOverList(opened)}
    ${releaseSection({ ...opened, tool: 'audit', year: opened.year.year, begun: opened.lines.length > 0, mayRelease: opened.may('release') }, visit)}
    ${otherYears(opened)} ${copiesLink(opened.copies)}`,
});

const otherYears = (opened: OpenedAudit): Html =>
  html`<section>
    <h2>${t('Other years')}</h2>
    <p><a href="${auditHref(opened.year.year, 'compare')}">${t('Compare with another year')}</a></p>
    ${yearLinks({ years: opened.years.map(({ year }) => year), here: opened.year.year, dates: opened.dates, href: auditHref })}
    ${
      opened.may('write') &&
      opened.lines.length > 0 &&
      form({
        action: auditHref(opened.year.year, 'copy'),
        button: t('Copy these lines into the next year'),
        quiet: true,
      })
    }
  </section>`;
