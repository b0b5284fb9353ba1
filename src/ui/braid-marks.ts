import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Piece, PlacedPoint, Position, StrandKey } from '#ui/braid-geometry.ts';
import { html, type Html } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';

/** Turns [along, across] into x and y of the drawing. */
export type Placing = (position: Position) => readonly [x: number, y: number];

/** Strands differ in line as well as in colour; specialist input is a double line. */
export function drawStrand(key: StrandKey, runs: readonly Piece[][], place: Placing, tall: boolean): Html {
  const d = runs.map((run) => pathOf(run, place)).join('');
  if (key !== 'specialist') return html`<path class="strand ${key}" d="${d}" />`;
  const aside = (by: number) => (tall ? `translate(${by} 0)` : `translate(0 ${by})`);
  return html`<path class="strand ${key}" d="${d}" transform="${aside(-2.4)}" /><path
      class="strand ${key}"
      d="${d}"
      transform="${aside(2.4)}"
    />`;
}

function pathOf(run: readonly Piece[], place: Placing): string {
  const first = run[0];
  if (first === undefined) return '';
  const at = (position: Position) => {
    const [x, y] = place(position);
    return `${short(x)} ${short(y)}`;
  };
  const pieces = run.map((piece) => (piece.length === 2 ? 'L' : 'C') + piece.slice(1).map(at).join(' '));
  return `M${at(first[0]!)}${pieces.join('')}`;
}

const shapes: Record<StrandKey, SymbolType> = {
  specialist: symbolDiamond,
  peer: symbolCircle,
  practice: symbolSquare,
  pupils: symbolTriangle,
};

/** Shapes of one radius look equally heavy only when their areas differ a little. */
const weights: Record<StrandKey, number> = { specialist: 3.5, peer: 3.1, practice: 3, pupils: 3.5 };

const outlines = new Map<string, string>();

function outline(strand: StrandKey, radius: number): string {
  const key = `${strand} ${radius}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const area = radius * radius * weights[strand];
  const drawn = (symbol(shapes[strand], area)() ?? '').replace(/\d+\.\d+/g, (number) =>
    Number(number).toFixed(1),
  );
  outlines.set(key, drawn);
  return drawn;
}

/** A point on its strand; filled once done, hollow while planned, with the number the table repeats. */
export function drawPoint(point: PlacedPoint, place: Placing, radius: number, numbered: boolean): Html {
  const [x, y] = place(point.at);
  const [footX, footY] = place(point.foot);
  const stem =
    x === footX && y === footY
      ? ''
      : html`<path
          class="stem ${point.strand}"
          d="M${short(footX)} ${short(footY)}L${short(x)} ${short(y)}"
        />`;
  const state = point.done ? t('done') : t('planned');
  const words = `${point.label}, ${formatDate(point.on)}, ${state}`;
  const inside = html`<title>${words}</title><path d="${outline(point.strand, radius)}" />${
      numbered && html`<text y="${point.strand === 'pupils' ? 5 : 4}">${point.number}</text>`
    }`;
  const look = `point ${point.strand}${point.done ? ' done' : ''}`;
  const where = `translate(${short(x)} ${short(y)})`;
  return html`${stem}${
    point.href === undefined
      ? html`<g class="${look}" transform="${where}">${inside}</g>`
      : html`<a class="${look}" href="${point.href}" transform="${where}">${inside}</a>`
  } `;
}
