import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import { comparisonWords } from './evaluation.ts';
import type { Report } from './report.ts';

/** What to hold against the figures: comparison or none, numbers, what is missing, other explanations. */
export function sureSection(report: Report): Html {
  const written = (text: string) => text && html`<span class="as-written">${text}</span>`;
  return html`<p>${comparisonSays(report)}</p>
    ${definitionList([
      { term: t('Had anybody met it before?'), says: written(report.priorExposure) },
      { term: t('What else happened'), says: written(report.meanwhile) },
      { term: t('Who left'), says: written(report.whoLeft) },
    ])}
    <h3>${t('Other explanations')}</h3>
    ${
      report.rivals.length === 0
        ? html`<p>${t('The team has written none down. That does not mean there is none.')}</p>`
        : html`<ul class="rivals">
            ${report.rivals.map(
              (rival) =>
                html`<li>
                  <strong>${rival.title}</strong
                  >${rival.known && html`: <span class="as-written">${rival.known}</span>`}
                  ${rival.done && html`<span class="meta">${t('What was done:')} ${rival.done}</span>`}
                </li>`,
            )}
          </ul>`
    }`;
}

function comparisonSays(report: Report): Html | string {
  if (report.comparison === 'none')
    return t(
      'There is no comparison group. The figures say what changed between the start and the end, and not what made it change: pupils of this age learn in that time in any case.',
    );
  return html`${t('Compared with: {what}.', { what: comparisonWords(report.comparison) })}
    <span class="as-written">${report.comparisonAbout}</span>
    ${t('The groups were not made by chance, so they may differ in other ways too.')}`;
}
