import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { chartFigure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short, svgText } from '#ui/svg-text.ts';
import type { Column } from '#ui/table.ts';
import { scaleLinear } from 'd3-scale';

/** A stretch of time in one lane, in minutes from the beginning. */
export interface Span {
  /** The place of its lane, from 0. */
  lane: number;
  from: number;
  to: number;
}

interface LanePlotOptions {
  title: string;
  note?: Value;
  lanes: readonly string[];
  spans: readonly Span[];
  /** How long the whole is, in minutes. */
  minutes: number;
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
}

const box = { width: 680, row: 46, foot: 30 };

/** What went on when: a lane for each sort of thing, time to the right, each lane under its words. */
export const lanePlot = ({ title, note, lanes, spans, minutes, columns, rows }: LanePlotOptions): Html =>
  chartFigure({ title, note, drawing: drawing({ title, lanes, spans, minutes }), columns, rows });

function drawing({
  title,
  lanes,
  spans,
  minutes,
}: Pick<LanePlotOptions, 'title' | 'lanes' | 'spans' | 'minutes'>): Html {
  const x = scaleLinear([0, Math.max(minutes, 1)], [0, box.width]);
  const bottom = lanes.length * box.row;
  const ticks = x.ticks(6).filter(Number.isInteger);
  return html`<svg
    class="lane-plot"
    viewBox="0 0 ${box.width} ${bottom + box.foot}"
    role="img"
    aria-label="${title}"
    direction="ltr"
  >
    ${ticks.map((tick) => html`<path class="grid" d="M${short(x(tick))} 0V${bottom + 4}" />`)}
    ${lanes.map(
      (lane, index) =>
        html`<text class="name" x="0" y="${index * box.row + 16}">${lane}</text
          ><path class="grid" d="M0 ${index * box.row + 40}H${box.width}" />`,
    )}
    ${spans.map(({ lane, from, to }) => {
      const [left, right] = [x(Math.max(from, 0)), x(Math.min(to, Math.max(minutes, 1)))];
      // Never so narrow that it is not seen; two that follow one another stay apart.
      const width = Math.max(right - left - 1, 2);
      return html`<rect
        class="bar"
        x="${short(left)}"
        y="${lane * box.row + 23}"
        width="${short(width)}"
        height="15"
      />`;
    })}
    ${ticks.map((tick) =>
      svgText(
        {
          class: 'tick-label',
          x: x(tick),
          y: bottom + 22,
          anchor: tick === 0 ? 'start' : x(tick) > box.width - 30 ? 'end' : 'middle',
        },
        tick === 0 ? t('0 minutes') : formatNumber(tick),
      ),
    )}
  </svg>`;
}
