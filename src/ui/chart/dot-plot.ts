import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { axisOf, drawAxis, type Axis } from '#ui/chart/axis.ts';
import { chartFigure, figureInWords, isNumber, type Figure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { scaleLinear } from 'd3-scale';

interface DotPlotOptions {
  title: string;
  note?: Value;
  /** What the two sides are: "September", "July". */
  before: string;
  after: string;
  /** One line each. Where names may not be shown, give "Pupil 1" and so on. */
  lines: readonly { name: string; before: Figure; after: Figure }[];
  /** What a line is of, at the head of the table: "Who" unless another word is given. */
  each?: string;
  /** The lowest and highest figure there can be; the axis says where it shows less. */
  scale?: readonly [lowest: number, highest: number] | undefined;
  /** The figures are levels, or answers on a scale of words: the whole of it is drawn. */
  levels?: boolean | undefined;
}

const box = { width: 520, height: 340, left: 90, right: 430, top: 40, bottom: 310 };

/** Each pupil from before to after. Rising, level and falling lines differ in dash as well as in colour. */
export function dotPlot(options: DotPlotOptions): Html {
  const { title, note, before, after, lines } = options;
  const axis = axisOf({
    ...options,
    figures: lines.filter(hasBoth).flatMap((line) => [line.before, line.after]),
  });
  return chartFigure({
    title,
    note: [note, note !== undefined && ' ', inWords(options)],
    axis: axis.says,
    drawing: drawing(options, axis),
    columns: [
      { label: options.each ?? t('Who') },
      { label: before, numeric: true },
      { label: after, numeric: true },
    ],
    rows: lines.map((line) => [line.name, figureInWords(line.before), figureInWords(line.after)]),
  });
}

function inWords({ lines }: DotPlotOptions): string {
  const changes = lines.filter(hasBoth).map((line) => Math.sign(line.after - line.before));
  const count = (sign: number) => changes.filter((change) => change === sign).length;
  const missing = lines.length - changes.length;
  return [
    t('{rose} higher, {same} the same, {fell} lower.', { rose: count(1), same: count(0), fell: count(-1) }),
    missing > 0
      ? tn(missing, '{n} without both figures is not drawn.', '{n} without both figures are not drawn.')
      : '',
  ]
    .join(' ')
    .trim();
}

interface Both {
  before: number;
  after: number;
}
const hasBoth = (line: { before: Figure; after: Figure }): line is Both & { name: string } =>
  isNumber(line.before) && isNumber(line.after);

function drawing({ title, before, after, lines }: DotPlotOptions, axis: Axis): Html {
  const known = lines.filter(hasBoth);
  const y = scaleLinear([axis.from, axis.to], [box.bottom, box.top]);
  return html`<svg
    class="dot-plot"
    viewBox="0 0 ${box.width} ${box.height}"
    role="img"
    aria-label="${title}"
    direction="ltr"
  >
    ${drawAxis(axis, { y, left: box.left, right: box.right, gap: 16 })}
    <text class="name" x="${box.left}" y="20" text-anchor="middle">${before}</text>
    <text class="name" x="${box.right}" y="20" text-anchor="middle">${after}</text>
    ${known.map((line) => {
      const [from, to] = [short(y(line.before)), short(y(line.after))];
      const way = line.after > line.before ? 'rose' : line.after < line.before ? 'fell' : 'same';
      return html`<g class="slope ${way}"
        ><title>${line.name}: ${formatNumber(line.before)}, ${formatNumber(line.after)}</title
        ><path d="M${box.left} ${from}L${box.right} ${to}" /><circle
          cx="${box.left}"
          cy="${from}"
          r="5" /><circle cx="${box.right}" cy="${to}" r="5"
      /></g> `;
    })}
  </svg>`;
}
