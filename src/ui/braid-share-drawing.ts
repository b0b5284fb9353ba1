import { t } from '#platform/i18n/i18n.ts';
import type { Geometry, Position } from '#ui/braid-geometry.ts';
import type { Picture, Plan } from '#ui/braid-plan.ts';
import { isTimed, type Share } from '#ui/braid-share.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { short, svgText, wrap } from '#ui/svg-text.ts';
import { area, curveMonotoneX, curveMonotoneY } from 'd3-shape';

/** The part led by the specialist, as an area along the same time: it should thin out. */
export function drawShare(picture: Picture, plan: Plan, { along }: Geometry): Html {
  const { share } = plan;
  if (share === null) return nothing;
  const steps = levels(picture.shares, (day) => plan.ahead + along(day));
  if (plan.shape === 'tall') {
    const path = area<Position>()
      .y((p) => short(p[0]))
      .x0(share.from)
      .x1((p) => short(share.from + p[1] * share.size))
      .curve(curveMonotoneY);
    const lines = wrap(t('Led by specialist'), 9);
    const head = { x: share.from + share.size / 2, y: plan.ahead - 26 - lines.length * 14, step: 14 };
    return html`<path class="share" d="${path(steps) ?? ''}" /><path
        class="share-line"
        d="${path.lineX1()(steps) ?? ''}"
      />${svgText({ ...head, class: 'month', anchor: 'middle' }, lines)}`;
  }
  const base = share.from + share.size;
  const path = area<Position>()
    .x((p) => short(p[0]))
    .y0(base)
    .y1((p) => short(base - p[1] * share.size))
    .curve(curveMonotoneX);
  const name = wrap(isTimed(picture.points) ? t('Specialist-led time') : t('Specialist-led points'), 16);
  const figure = (step: Position, anchor: 'start' | 'end') =>
    svgText(
      { class: 'month', x: step[0], y: base - step[1] * share.size - 6, anchor },
      t('{n} %', { n: Math.round(step[1] * 100) }),
    );
  return html`<path class="share" d="${path(steps) ?? ''}" /><path
      class="share-line"
      d="${path.lineY1()(steps) ?? ''}"
    />${svgText({ class: 'end', x: plan.ahead - 10, y: base - share.size / 2, anchor: 'end', step: 17 }, name)}${figure(
      [steps[0]![0] + 4, steps[0]![1]],
      'start',
    )}${figure([steps.at(-1)![0] - 4, steps.at(-1)![1]], 'end')}`;
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
