import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { axisOf, drawAxis, type Axis } from '#ui/chart/axis.ts';
import { chartFigure, figureInWords, isNumber, type Figure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short, svgText } from '#ui/svg-text.ts';
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

interface Measurement {
  /** Usually the mean or the median: say which in the note. */
  value: Figure;
  /** Lowest and highest, or quartiles: say which in the note. */
  low?: number | undefined;
  high?: number | undefined;
  /** How many people stand behind it. */
  n?: number | undefined;
}

interface Series {
  name: string;
  measured: readonly Measurement[];
}

interface LinePlotOptions {
  title: string;
  note?: Value;
  /** "Start", "Middle", "End", "Half a year later". */
  moments: readonly string[];
  /** At most four: one measurement for each moment. */
  series: readonly Series[];
  /** The lowest and highest figure there can be; the axis says where it shows less. */
  scale?: readonly [lowest: number, highest: number] | undefined;
  /** The figures are levels: the whole scale is drawn, a line for each. */
  levels?: boolean | undefined;
  unit?: string | undefined;
}

const box = { width: 680, height: 330, left: 52, right: 150, top: 30, bottom: 34 };
const marks = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond].map(
  (shape) => symbol(shape, 90)() ?? '',
);

/** How a measure moved from start to delayed, with its range and how many were measured. */
export function linePlot(options: LinePlotOptions): Html {
  const { title, note, moments, series } = options;
  const axis = axisOf({ ...options, figures: series.flatMap(({ measured }) => measured.flatMap(figuresOf)) });
  return chartFigure({
    title,
    note,
    axis: axis.says,
    drawing: drawing(options, axis),
    columns: [{ label: t('Moment') }, ...series.map(({ name }) => ({ label: name, numeric: true }))],
    rows: moments.map((moment, index) => [
      moment,
      ...series.map(({ measured }) => measurementInWords(measured[index], options.unit)),
    ]),
  });
}

function measurementInWords(measurement: Measurement | undefined, unit = ''): string {
  const { value, low, high, n } = measurement ?? { value: null };
  if (!isNumber(value)) return figureInWords(value);
  const parts = [unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`];
  if (low !== undefined && high !== undefined)
    parts.push(t('from {low} to {high}', { low: formatNumber(low), high: formatNumber(high) }));
  if (n !== undefined) parts.push(t('n = {n}', { n: formatNumber(n) }));
  return parts.join(', ');
}

function drawing({ title, moments, series, unit }: LinePlotOptions, axis: Axis): Html {
  // An interval may reach beyond what is possible; it is drawn as far as the axis goes.
  const y = scaleLinear([axis.from, axis.to], [box.height - box.bottom, box.top]).clamp(true);
  const order = moments.map((_, index) => String(index));
  const place = scalePoint(order, [box.left + 24, box.width - box.right]);
  const x = (moment: number) => place(String(moment))!;
  const heights = spread(
    series.map(({ measured }) => lastHeight(measured, y)),
    20,
  );
  return html`<svg
    class="line-plot"
    viewBox="0 0 ${box.width} ${box.height}"
    role="img"
    aria-label="${title}"
    direction="ltr"
  >
    ${drawAxis(axis, { y, left: box.left, right: box.width - box.right, gap: 12 })}
    ${unit !== undefined && svgText({ class: 'unit', x: 4, y: 12 }, unit)}${moments.map((moment, index) =>
      svgText({ class: 'moment', x: x(index), y: box.height - 10, anchor: 'middle' }, moment),
    )}
    ${series.map((each, index) => drawSeries(each, index % 4, { x, y, nameAt: heights[index] ?? null }))}
  </svg>`;
}

interface Scales {
  x(moment: number): number;
  y(value: number): number;
  nameAt: number | null;
}

/** One line with its range, its marks and, beside its last figure, its name. Gaps stay gaps; a range stays one alone. */
function drawSeries({ name, measured }: Series, look: number, { x, y, nameAt }: Scales): Html {
  const at = measured.map((each, moment) => ({ ...each, moment }));
  const known = at.filter(({ value }) => isNumber(value));
  const path = line<At>()
    .defined(({ value }) => isNumber(value))
    .x(({ moment }) => short(x(moment)))
    .y(({ value }) => short(y(value as number)));
  const band = area<At>()
    .defined(({ value, low, high }) => isNumber(value) && low !== undefined && high !== undefined)
    .x(({ moment }) => short(x(moment)))
    .y0(({ low }) => short(y(low!)))
    .y1(({ high }) => short(y(high!)));
  const last = known.at(-1);
  return html`<g class="series s${look}">
    <path class="range" d="${band(at) ?? ''}" /><path class="line" d="${path(at) ?? ''}" />
    ${known.map(
      ({ moment, value, low, high }) =>
        html`${low !== undefined && high !== undefined && html`<path class="whisker" d="M${short(x(moment))} ${short(y(low))}V${short(y(high))}" />`}<path
            class="mark"
            d="${marks[look]}"
            transform="translate(${short(x(moment))} ${short(y(value as number))})"
          />`,
    )}${last !== undefined && nameAt !== null && svgText({ class: 'name', x: x(last.moment) + 14, y: nameAt + 4 }, name)}
  </g>`;
}

type At = Measurement & { moment: number };

const figuresOf = ({ value, low, high }: Measurement): number[] =>
  isNumber(value) ? [value, low ?? value, high ?? value] : [];

function lastHeight(measured: readonly Measurement[], y: (value: number) => number): number | null {
  const last = measured.findLast(({ value }) => isNumber(value));
  return last === undefined ? null : y(last.value as number);
}

/** Names at the ends of lines keep `room` apart, in the order of their lines. */
export function spread(heights: readonly (number | null)[], room: number): (number | null)[] {
  const order = heights
    .map((height, index) => ({ height, index }))
    .filter((each): each is { height: number; index: number } => each.height !== null)
    .toSorted((a, b) => a.height - b.height);
  const out: (number | null)[] = heights.map(() => null);
  let least = -Infinity;
  for (const { height, index } of order) {
    least = Math.max(height, least + room);
    out[index] = least;
  }
  return out;
}
