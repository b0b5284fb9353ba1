import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { crossLinks, evidenceList, type Protocol } from '#features/evidence/index.ts';
import { partSource, partSources } from './protocol-source.view.ts';

/** What must not be taken out, what is handed on, what is there at the end, and what stands behind and against it. */
export const protocolAccount = (protocol: Protocol, own: boolean): Html => html`
  ${ingredients(protocol, own)} ${madeOfIt(protocol)}
  <h2 id="evidence">${t('The evidence for and against it')}</h2>
  ${
    protocol.evidence.length === 0
      ? html`<p>
          ${t('Nothing is known of it from studies. That is not the same as knowing that it does nothing.')}
        </p>`
      : evidenceList(protocol.evidence)
  }
  <h2 id="limits">${t('Its limits')}</h2>
  <ul>
    ${protocol.limits.map((limit) => html`<li>${limit}</li>`)}
  </ul>
  <h2 id="fidelity">${t('What is the source’s, and what was chosen here')}</h2>
  ${definitionList([
    { term: t('From the source'), says: protocol.fidelity.fromSource },
    {
      term: own ? t('Chosen by whoever wrote it') : t('Chosen by us'),
      says: protocol.fidelity.ours,
    },
  ])}
  ${partSource(protocol.source, own)}
`;

const ingredients = (protocol: Protocol, own: boolean): Html =>
  protocol.ingredients.length === 0
    ? nothing
    : html`<h2 id="ingredients">${t('What must not be taken out lightly')}</h2>
        <ul class="items">
          ${protocol.ingredients.map(
            (ingredient) =>
              html`<li>
                <p><strong>${ingredient.title}</strong></p>
                <p>${ingredient.why}</p>
                <p>${t('Without it: {words}', { words: ingredient.without })}</p>
                ${crossLinks(ingredient.links).map(
                  ({ title, href }) => html`<p class="meta"><a href="${href}">${title}</a></p>`,
                )}
              </li>`,
          )}
        </ul>
        ${partSources(
          protocol.ingredients.map(({ title, source }) => ({ name: title, source })),
          own,
        )}`;

const madeOfIt = ({ carriesOver, produces, report, yearly }: Protocol): Html => html`
  <h2 id="made">${t('What comes of it')}</h2>
  ${definitionList([
    { term: t('Carried over'), says: carriesOver.map(({ words }) => words) },
    {
      term: t('Produced'),
      says: produces.map(({ title, keptBy }) => t('{title}. Kept by: {who}', { title, who: keptBy })),
    },
    {
      term: t('The group’s report'),
      says: report.map(({ title, prompt }) => t('{title}: {prompt}', { title, prompt })),
    },
    { term: t('Over a year'), says: yearly && [yearly.theme, yearly.report] },
  ])}
`;
