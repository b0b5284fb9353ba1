import { t } from '#platform/i18n/i18n.ts';
import { chartFigure, figureInWords, isNumber, type Figure } from '#ui/chart/chart-figure.ts';
import { html, trusted, type Html, type Value } from '#ui/html.ts';

interface TallyOptions {
  title: string;
  note?: Value;
  rows: readonly { label: string; count: Figure }[];
}

/** Above this, strokes no longer help the eye and the figure stands alone. */
const mostStrokes = 60;

/** Counts as one marks them on paper: strokes in fives. */
export function tally({ title, note, rows }: TallyOptions): Html {
  return chartFigure({
    title,
    note,
    drawing: html`<dl class="tally">
      ${rows.map(
        ({ label, count }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>
              ${isNumber(count) && count <= mostStrokes && strokes(count)}
              <span>${figureInWords(count)}</span>
            </dd>
          </div> `,
      )}
    </dl>`,
    columns: [
      { label: t('What was counted'), wide: true },
      { label: t('Count'), numeric: true },
    ],
    rows: rows.map(({ label, count }) => [label, figureInWords(count)]),
  });
}

/** Path of `count` strokes; every fifth crosses the four before it. */
export function strokePath(count: number): string {
  let d = '';
  for (let stroke = 0; stroke < count; stroke++) {
    const left = Math.floor(stroke / 5) * 34 + 4;
    d += stroke % 5 === 4 ? `M${left - 2} 17L${left + 20} 5` : `M${left + (stroke % 5) * 6} 3v16`;
  }
  return d;
}

function strokes(count: number): Html {
  const width = Math.max(Math.ceil(count / 5) * 34, 1);
  return trusted(
    `<svg viewBox="0 0 ${width} 22" width="${width}" height="22" aria-hidden="true"><path d="${strokePath(count)}"/></svg>`,
  );
}
