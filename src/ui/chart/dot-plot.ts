import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { chartFigure, figureInWords, isNumber, type Figure } from '#ui/chart/chart-figure.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { scaleLinear } from 'd3-scale';

export interface DotPlotOptions {
  title: string;
  note?: Value;
  /** What the two sides are: "September", "July". */
  before: string;
  after: string;
  /** One line each. Where names may not be shown, give "Pupil 1" and so on. */
  lines: readonly { name: string; before: Figure; after: Figure }[];
  scale?: readonly [lowest: number, highest: number] | undefined;
}

const box = { width: 520, height: 340, left: 90, right: 430, top: 40, bottom: 310 };

/** Each pupil from before to after. Rising, level and falling lines differ in dash as well as in colour. */
export function dotPlot(options: DotPlotOptions): Html {
  const { title, note, before, after, lines } = options;
  return chartFigure({
    title,
    note: [note, note !== undefined && ' ', inWords(options)],
    drawing: drawing(options),
    columns: [{ label: t('Who') }, { label: before, numeric: true }, { label: after, numeric: true }],
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

function drawing({ title, before, after, lines, scale }: DotPlotOptions): Html {
  const known = lines.filter(hasBoth);
  const highest = Math.max(1, ...known.flatMap((line) => [line.before, line.after]));
  const y = scaleLinear(scale ?? [0, highest], [box.bottom, box.top]);
  if (scale === undefined) y.nice(5);
  return html`<svg
    class="dot-plot"
    viewBox="0 0 ${box.width} ${box.height}"
    role="img"
    aria-label="${title}"
    direction="ltr"
  >
    ${y.ticks(5).map((tick) => html`<path class="grid" d="M${box.left} ${short(y(tick))}H${box.right}" /><text x="${box.left - 14}" y="${short(y(tick)) + 4}" text-anchor="end">${formatNumber(tick)}</text>`)}
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
