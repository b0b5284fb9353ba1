import { formatMinutes, formatMoney, formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { claimLine } from './claims.view.ts';
import { minuteView } from './minute.view.ts';
import type { Report } from './report.ts';
import { pupilsSection } from './report-pupils.view.ts';
import { sureSection } from './report-sure.view.ts';
import { teachersSection } from './report-teachers.view.ts';

/**
 * The report: four answers for somebody with a minute, then what they rest on. `currency` is an ISO 4217 code;
 * `note` stands under the four answers.
 */
export const reportView = (report: Report, currency: string, note: Html | false = false): Html =>
  html`<div class="evaluation">
    ${minuteView(report)} ${note}
    ${
      report.claims.length > 0 &&
      html`<h2>${t('In short, as the team says it')}</h2>
        ${report.claims.map((claim) => claimLine(claim, report.comparison))}`
    }
    <h2>${t('What was meant')}</h2>
    ${definitionList([
      { term: t('Which pupils'), says: html`<span class="as-written">${report.pupils}</span>` },
      {
        term: t('What their learning should look like'),
        says: html`<span class="as-written">${report.learning}</span>`,
      },
    ])}
    <h2 id="happened">${t('What happened')} ${evidenceLabel('usage')}</h2>
    ${happened(report)}
    <h2 id="teachers">${t('What changed for teachers')} ${evidenceLabel('self-report')}</h2>
    ${teachersSection(report)}
    <h2 id="pupils">${t('What changed for pupils')} ${evidenceLabel('pupils')}</h2>
    ${pupilsSection(report)}
    <h2 id="sure">${t('How sure')}</h2>
    ${sureSection(report)}
    <h2>${t('What it cost')}</h2>
    ${cost(report, currency)}
    <h2>${t('What we would do next')}</h2>
    ${
      report.nextSteps
        ? html`<p class="as-written">${report.nextSteps}</p>`
        : html`<p>${t('The team has not said yet.')}</p>`
    }
  </div>`;

function happened({ happened: what }: Report): Html {
  return definitionList([
    {
      term: t('Teachers'),
      says: what.teachers === null ? fewer() : tn(what.teachers, '{n} takes part', '{n} take part'),
    },
    {
      term: t('Steps'),
      says:
        what.stepsPlanned === 0
          ? t('None is planned')
          : tn(
              what.stepsPlanned,
              '{passed} of {n} step has had its day',
              '{passed} of {n} steps have had their day',
              { passed: formatNumber(what.stepsPassed) },
            ),
    },
    {
      term: t('Time for one teacher so far, as planned'),
      says: t('{inside} in the school day, {outside} outside it', {
        inside: formatMinutes(what.minutesIn),
        outside: formatMinutes(what.minutesOut),
      }),
    },
    {
      term: t('Try-outs in class'),
      says:
        what.tryOuts === null
          ? t('Not shown: fewer than five people logged any')
          : tn(what.tryOuts, '{n} logged', '{n} logged'),
    },
  ]);
}

const fewer = (): string => t('Not shown: fewer than five');

function cost({ cost: figures }: Report, currency: string): Html {
  if (figures.total === 0) return html`<p>${t('No cost is written down in the plan of the programme.')}</p>`;
  return definitionList([
    { term: t('All together, as planned'), says: formatMoney(figures.total, currency) },
    {
      term: t('For each teacher'),
      says: figures.perTeacher === null ? fewer() : formatMoney(figures.perTeacher, currency),
    },
    {
      term: t('For each pupil measured'),
      says:
        figures.perPupil === null || figures.pupils === null
          ? fewer()
          : t('{amount}, for {n} pupils; more may have been taught', {
              amount: formatMoney(figures.perPupil, currency),
              n: formatNumber(figures.pupils),
            }),
    },
  ]);
}
