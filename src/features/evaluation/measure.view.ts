import { formatMinutes, formatNumber, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { betterWords, type Measure, measureKindWords, rangeOf } from './evaluation.ts';

/** What one must know of a measure to take it the same way again. */
export const measureDetails = (measure: Measure): Html => html`
  <p>
    ${measureKindWords(measure.kind)}${measure.unit && html`, ${measure.unit}`}. ${range(measure)}
    ${betterWords(measure.better)}.
  </p>
  ${measure.how && html`<p class="as-written">${measure.how}</p>`}
  ${
    measure.kind === 'rubric' &&
    html`<ol>
      ${measure.levels.map(
        (level) =>
          html`<li><strong>${level.name}</strong>${level.descriptor && html`: ${level.descriptor}`}</li>`,
      )}
    </ol>`
  }
`;

function range(measure: Measure): string {
  if (measure.kind === 'rubric') return '';
  const [low, high] = rangeOf(measure);
  const counted =
    measure.kind === 'tally' && measure.minutes
      ? t('Counted for {time}.', { time: formatMinutes(measure.minutes) })
      : '';
  const between =
    low !== null && high !== null
      ? t('From {low} to {high}.', { low: formatNumber(low), high: formatNumber(high) })
      : '';
  return [counted, between].filter(Boolean).join(' ');
}
