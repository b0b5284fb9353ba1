import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { Feature, FeatureTable } from './catalogue/ledger.schema.ts';
import { sourceLine } from './evidence.view.ts';

/** The twenty-three features with the marks of nine reviews, as counts and never added up to one. */
export const featureTable = (all: FeatureTable): Html => html`
  <h2 id="features">${all.title}</h2>
  <p>${all.plain}</p>
  <ul>
    ${all.limits.map((limit) => html`<li>${limit}</li>`)}
  </ul>
  ${all.tiers.map((tier) => {
    const features = all.features.filter((feature) => feature.tier === tier.id);
    return html`<h3>${tier.title}</h3>
      <p>${tier.plain}</p>
      ${table({
        caption: tier.title,
        captionHidden: true,
        columns: [
          { label: t('Feature'), wide: true },
          { label: t('Support'), numeric: true },
          { label: t('Support, tentatively'), numeric: true },
          { label: t('Question'), numeric: true },
          { label: t('Oppose'), numeric: true },
          { label: t('Oppose, tentatively'), numeric: true },
        ],
        rows: features.map(({ id, title, plain, counts }) => [
          html`<span id="${id}">${title}</span><span class="meta"> ${plain}</span>`,
          counts.supports,
          counts.tentative,
          counts.questions,
          counts.opposes,
          counts.tentativelyOpposes,
        ]),
        empty: '',
      })}
      ${notes(features)}`;
  })}
  ${sourceLine(all.source)}
`;

/** What the commentary adds to the marks of some features, under their table. */
function notes(features: readonly Feature[]): Html | null {
  const noted = features.filter((feature) => feature.notes.length > 0);
  if (noted.length === 0) return null;
  return details(
    t('What the commentary adds'),
    noted.map(
      (feature) =>
        html`<h4>${feature.title}</h4>
          <ul>
            ${feature.notes.map((note) => html`<li>${note.words} ${sourceLine(note.source)}</li>`)}
          </ul>`,
    ),
  );
}
