import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type LinkAction, printButton, quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { programmeTabs, tabbed } from '#features/programmes/index.ts';
import { evaluationHref } from './addresses.ts';
import type { EvaluatedProgramme } from './evaluation.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';
import { nothingRemains, type Report } from './report.ts';
import type { ReportFacts } from './report.queries.ts';
import { reportView } from './report.view.ts';

/** The report with what one may do with it: its own pages, print, a sheet, publishing. */
export function ownReportView(
  opened: OpenedEvaluation,
  report: Report,
  facts: ReportFacts,
  visit: Visit,
): Html {
  const { programme } = opened;
  const links: LinkAction[] = [
    {
      label: t('These figures as a spreadsheet (CSV)'),
      href: evaluationHref(programme, 'figures.csv'),
      icon: 'download',
    },
    ...(opened.may('enter')
      ? [
          {
            label: t('Your own pupils, one by one'),
            href: evaluationHref(programme, 'groups'),
            icon: 'pupils' as const,
          },
        ]
      : []),
    ...(facts.published
      ? [
          {
            label: t('As published on {day}', { day: formatDate(new Date(facts.published.at)) }),
            href: evaluationHref(programme, 'published'),
          },
        ]
      : []),
  ];
  return html`${evaluationTabs(opened, '')}
  ${reportView(report, visit.who.standing.organisation.currency, nothingRemains(report) && report.summary === null && nothingToShow(opened))}
  ${printButton()} ${quietActions(links)} ${opened.may('publish') && publishing(opened, facts, visit)}`;
}

const nothingToShow = ({ programme, may }: OpenedEvaluation): Html =>
  notice(
    'info',
    html`${t('No figure of pupils or teachers can be shown here: none is complete yet, or fewer than five people stand behind each. The participants can write a summary and release it.')}
      <a href="${evaluationHref(programme, 'summary')}"
        >${may('plan') ? t('Write a summary') : t('The summary')}</a
      >`,
  );

function publishing({ programme }: OpenedEvaluation, { published }: ReportFacts, visit: Visit): Html {
  const action = evaluationHref(programme, 'publish');
  return html`<h2 class="on-screen">${t('Publish')}</h2>
    <p class="on-screen">
      ${t('Governors and leaders then read the page as it stands for somebody from outside. Its figures stay as they are until you publish it again; own words go when whoever wrote them takes them back.')}
    </p>
    ${form({ ...visit.formAt(action), action, button: published ? t('Publish it again') : t('Publish this page'), quiet: true })}
    ${published && form({ action: evaluationHref(programme, 'unpublish'), button: t('Take the published page down'), quiet: true })}`;
}

export const notBegunView = (programme: EvaluatedProgramme, who: Who): Html =>
  html`${programmeTabs(tabbed(who, programme), 'evaluation')}
  ${empty({
    says: t(
      'Nobody has planned how to see what comes of this programme. It is planned backwards: which pupils, what their learning should look like, how one would notice; then measures, and when. Best before anything starts.',
    ),
  })}`;
