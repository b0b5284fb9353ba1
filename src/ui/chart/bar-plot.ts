import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { chartFigure, figureInWords, isNumber, type Figure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { scaleLinear } from 'd3-scale';

interface BarPlotOptions {
  title: string;
  note?: Value;
  bars: readonly { label: string; count: Figure }[];
  /** How many could have been counted: bars are then drawn against all of them. */
  of?: number | undefined;
}

const box = { width: 680, row: 52, right: 70 };

/** Counts side by side, each bar under its words, so that long words have the whole width. */
export function barPlot(options: BarPlotOptions): Html {
  const { title, note, bars } = options;
  return chartFigure({
    title,
    note,
    drawing: drawing(options),
    columns: [
      { label: t('Answer'), wide: true },
      { label: t('Count'), numeric: true },
    ],
    rows: bars.map(({ label, count }) => [label, figureInWords(count)]),
  });
}

function drawing({ title, bars, of }: BarPlotOptions): Html {
  const highest = of ?? Math.max(1, ...bars.map(({ count }) => (isNumber(count) ? count : 0)));
  const x = scaleLinear([0, highest], [0, box.width - box.right]);
  return html`<svg
    class="bar-plot"
    viewBox="0 0 ${box.width} ${bars.length * box.row + 4}"
    role="img"
    aria-label="${title}"
    direction="ltr"
  >
    ${bars.map(({ label, count }, index) => {
      const y = index * box.row;
      if (!isNumber(count))
        return html`<text x="0" y="${y + 18}">${label}</text
          ><text class="quiet" x="0" y="${y + 38}">${figureInWords(count)}</text>`;
      return html`<text x="0" y="${y + 18}">${label}</text
        >${of !== undefined && html`<rect class="all" x="0" y="${y + 25}" width="${box.width - box.right}" height="15" />`}<rect
          class="bar"
          x="0"
          y="${y + 25}"
          width="${short(x(count))}"
          height="15"
        /><text class="name" x="${short(x(of === undefined ? count : of)) + 8}" y="${y + 38}"
          >${formatNumber(count)}</text
        >`;
    })}
  </svg>`;
}
