import { members, page } from '#platform/http/route.ts';
import { formatDate, formatNumber, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import { percent } from '../figures/figures.page.ts';
import { pupilHref } from '../attendance.ts';
import { teachersAudience } from '../attendance.access.ts';
import { selectPupilYear } from './year.queries.ts';
import { dayCounts, inDays, monthsTable, otherDays } from './year.view.ts';

/** A pupil's attendance on paper: figures, months, and each half day away. What was said in words stays out of it. */
export const recordPage = page(pupilHref(':pupil', 'record'), {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => (await selectPupilYear(visit.db, visit.who, visit.params.pupil!, visit.today)).year,
  view: (year, visit) => {
    const { counts } = year;
    const figure = (count: number): string =>
      t('{n} ({share})', { n: formatNumber(count), share: percent(count, counts) });
    return {
      title: t('Attendance record of {name}', { name: year.name }),
      audience: teachersAudience(),
      trail: [{ label: year.name, href: pupilHref(year.id) }],
      body: html`<p>${printButton()}</p>
        ${definitionList([
          { term: t('School'), says: visit.who.standing.organisation.name },
          { term: t('Class'), says: year.form },
          {
            term: t('Days'),
            says: t('{from} to {until}', { from: formatDate(year.from), until: formatDate(visit.today) }),
          },
          { term: t('In short'), says: inDays(dayCounts(year.sessions)) },
          { term: t('Possible half days'), says: formatNumber(counts.possible) },
          { term: t('Attended'), says: figure(counts.attended) },
          { term: t('Away with a reason'), says: figure(counts.authorised) },
          { term: t('Away without a reason'), says: figure(counts.unauthorised) },
          { term: t('Late'), says: formatNumber(counts.late + counts.lateAfterClose) },
        ])}
        ${monthsTable(year)} ${otherDays(year)}`,
    };
  },
});
