import { formatPercent, t } from '#platform/i18n/i18n.ts';
import type { Geometry, Position } from '#ui/braid-geometry.ts';
import type { Picture, Plan } from '#ui/braid-plan.ts';
import { type Share, shareName } from '#ui/braid-share.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { short, svgText, wrap } from '#ui/svg-text.ts';
import { area, curveMonotoneX, curveMonotoneY } from 'd3-shape';

/** Along the picture a figure takes this much room; where spans are shorter some go without. */
const figureRoom = { wide: 46, tall: 18 };

/** The part led by the specialist, as an area along the same time, with figures: it should thin out. */
export function drawShare(picture: Picture, plan: Plan, { along }: Geometry): Html {
  const { share, shape } = plan;
  if (share === null || shape === 'small') return nothing;
  const at = (day: string) => plan.ahead + along(day);
  const steps = levels(picture.shares, at);
  const figures = placeFigures(picture.shares, at, figureRoom[shape]);
  if (shape === 'tall') {
    const path = area<Position>()
      .y((p) => short(p[0]))
      .x0(share.from)
      .x1((p) => short(share.from + p[1] * share.size))
      .curve(curveMonotoneY)
      .digits(0);
    const lines = wrap(t('Led by specialist'), 9);
    const head = { x: share.from + share.size / 2, y: plan.ahead - 26 - lines.length * 14, step: 14 };
    return html`${drawn(path(steps), path.lineX1().digits(0)(steps))}${svgText(
      { ...head, class: 'month', anchor: 'middle' },
      lines,
    )}${figures.map(([middle, words]) => svgText({ class: 'part', x: share.from + 4, y: middle + 4 }, words))}`;
  }
  const base = share.from + share.size;
  const path = area<Position>()
    .x((p) => short(p[0]))
    .y0(base)
    .y1((p) => short(base - p[1] * share.size))
    .curve(curveMonotoneX)
    .digits(0);
  const name = wrap(shareName(picture.points), 16);
  const label = {
    class: 'end',
    x: plan.ahead - 10,
    y: base - share.size / 2,
    anchor: 'end',
    step: 17,
  } as const;
  return html`${drawn(path(steps), path.lineY1().digits(0)(steps))}${svgText(label, name)}${figures.map(
    ([middle, words, part]) =>
      svgText({ class: 'part', x: middle, y: base - part * share.size - 7, anchor: 'middle' }, words),
  )}`;
}

const drawn = (filled: string | null, line: string | null): Html =>
  html`<path class="share" d="${filled ?? ''}" /><path class="share-line" d="${line ?? ''}" />`;

/** The middle of each span, what is said there, and the share; a figure that would touch the last is left out. */
function placeFigures(
  shares: readonly Share[],
  at: (day: string) => number,
  room: number,
): [middle: number, words: string, share: number][] {
  const placed: [number, string, number][] = [];
  for (const each of shares) {
    const middle = (at(each.startsOn) + at(each.endsOn)) / 2;
    const before = placed.at(-1)?.[0] ?? -Infinity;
    if (middle - before >= room) placed.push([middle, formatPercent(each.share), each.share]);
  }
  return placed;
}

/** Level through the middle of each span, flowing from one to the next. */
function levels(shares: readonly Share[], at: (day: string) => number): Position[] {
  const inner = shares.flatMap(({ startsOn, endsOn, share }): Position[] => {
    const [from, to] = [at(startsOn), at(endsOn)];
    const quarter = (to - from) / 4;
    return [
      [from + quarter, share],
      [to - quarter, share],
    ];
  });
  const [first, last] = [shares[0]!, shares.at(-1)!];
  return [[at(first.startsOn), first.share], ...inner, [at(last.endsOn), last.share]];
}
