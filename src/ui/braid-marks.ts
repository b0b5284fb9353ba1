import type { Piece, PlacedPoint, Position, StrandKey } from '#ui/braid-geometry.ts';
import { html, nothing, trusted, type Html } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';

/** Turns [along, across] into x and y of the drawing, as exactly as the drawing needs. */
export type Placing = (position: Position) => readonly [x: number, y: number];

/** Strands differ in line as well as in colour; specialist input is a double line. */
export function drawStrand(key: StrandKey, runs: readonly Piece[][], place: Placing, tall: boolean): Html {
  const d = runs.map((run) => pathOf(run, place)).join('');
  if (key !== 'specialist') return html`<path class="strand ${key}" d="${d}" />`;
  const aside = (by: number) => (tall ? `translate(${by})` : `translate(0 ${by})`);
  return html`${[-2.4, 2.4].map((by) => html`<path class="strand ${key}" d="${d}" transform="${aside(by)}" />`)}`;
}

function pathOf(run: readonly Piece[], place: Placing): string {
  const first = run[0];
  if (first === undefined) return '';
  let here = place(first[0]!);
  let d = `M${here.join(' ')}`;
  for (const piece of run) {
    const ahead = piece.slice(1).map(place);
    const [end] = ahead.slice(-1);
    d += piece.length === 2 ? straight(here, end!) : `C${ahead.flat().join(' ')}`;
    here = end!;
  }
  return d;
}

/** A line, by its one number where it is level or upright. */
function straight([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): string {
  if (y === toY) return `H${toX}`;
  return x === toX ? `V${toY}` : `L${toX} ${toY}`;
}

/** How far a mark of radius 1 reaches from its middle, whatever its shape. */
export const reach = 1.2;

/** The mark of a strand about its own middle. Shapes look equally heavy only when their sizes differ a little. */
function mark(strand: StrandKey, radius: number): Html {
  const r = (share: number) => short(radius * share);
  switch (strand) {
    case 'specialist':
      return trusted(`<path d="M0-${r(reach)}L${r(reach)} 0 0 ${r(reach)}-${r(reach)} 0Z"/>`);
    case 'peer':
      return trusted(`<circle r="${r(1)}"/>`);
    case 'practice':
      return trusted(`<path d="M-${r(0.9)}-${r(0.9)}H${r(0.9)}V${r(0.9)}H-${r(0.9)}Z"/>`);
    case 'pupils':
      return trusted(`<path d="M0-${r(reach)}L${r(1.15)} ${r(0.8)}H-${r(1.15)}Z"/>`);
  }
}

/** From the foot of each point that stepped aside to its mark, in one line of the drawing. */
export function drawStems(points: readonly PlacedPoint[], place: Placing): Html {
  const stems = points.filter(({ at, foot }) => at !== foot);
  const d = stems.map(({ at, foot }) => `M${place(foot).join(' ')}L${place(at).join(' ')}`).join('');
  return d === '' ? nothing : html`<path class="stem" d="${d}" />`;
}

/** A point on its strand; filled once its day is past, hollow while planned, with the number the table repeats. */
export function drawPoint(
  point: PlacedPoint,
  words: string,
  place: Placing,
  { radius, numbered }: { radius: number; numbered: boolean },
): Html {
  const [x, y] = place(point.at);
  const inside = html`<title>${words}</title>${mark(point.strand, radius)}${
      numbered && html`<text>${point.number}</text>`
    }`;
  const look = `point ${point.strand}${point.done ? ' done' : ''}`;
  const where = `translate(${x} ${y})`;
  return point.href === undefined
    ? html`<g class="${look}" transform="${where}">${inside}</g> `
    : html`<a class="${look}" href="${point.href}" transform="${where}">${inside}</a> `;
}
