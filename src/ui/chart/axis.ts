import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { short, svgText } from '#ui/svg-text.ts';
import { scaleLinear } from 'd3-scale';

interface AxisOptions {
  /** Every figure that is drawn, the ends of ranges too. */
  figures: readonly number[];
  /** The lowest and highest figure there can be, where that is known. */
  scale?: readonly [lowest: number, highest: number] | undefined;
  /** The figures are levels, or answers on a scale of words: few, so all of them are drawn. */
  levels?: boolean | undefined;
}

export interface Axis {
  from: number;
  to: number;
  ticks: number[];
  /** Whether lower, or higher, figures than the axis shows are possible. */
  cutBelow: boolean;
  cutAbove: boolean;
  /** Which part is drawn; '' when the whole is. */
  says: string;
}

/** Space round the figures, as a part of what they span. */
const padding = 1.5;
/** The least part of what is possible that is drawn, so that next to no change does not look like much. */
const leastPart = 0.1;

/**
 * From where to where a chart is drawn. Figures that fill little of what is possible would look flat on the whole of
 * it, so then the axis is cut to them, with room; it says so in words, and its cut ends are drawn as broken.
 * Where the highest figure is not known, the whole reaches from 0 to the highest there is.
 */
export function axisOf({ figures, scale, levels = false }: AxisOptions): Axis {
  const [lowest, highest] = scale ?? wholeOf(figures);
  const whole = highest - lowest;
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  const span = Math.max((high - low) * padding, whole * leastPart);
  if (levels || figures.length === 0 || !(span < whole / 2)) return drawn([lowest, highest], scale, levels);

  const middle = (low + high) / 2;
  const start = Math.min(Math.max(middle - span / 2, lowest), highest - span);
  const near = (end: number, limit: number) => Math.abs(limit - end) <= span / 2;
  const from = near(start, lowest) ? lowest : start;
  const to = near(start + span, highest) ? highest : start + span;
  return drawn([from, to], scale, levels);
}

const wholeOf = (figures: readonly number[]): [number, number] => {
  const [low, high] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  return low === high ? [0, 1] : [low, high];
};

/** Rounds the ends outwards, though never past what is possible. */
function drawn(ends: readonly [number, number], scale: AxisOptions['scale'], levels: boolean): Axis {
  const known = scaleLinear(ends, [0, 1]);
  if (!levels) known.nice(5);
  const [least = 0, most = 1] = known.domain();
  const from = scale ? Math.max(least, scale[0]) : least;
  const to = scale ? Math.min(most, scale[1]) : most;
  const cutBelow = scale ? from > scale[0] : from > 0;
  const cutAbove = scale !== undefined && to < scale[1];
  return {
    from,
    to,
    ticks: ticksOf(from, to, levels),
    cutBelow,
    cutAbove,
    says: cutBelow || cutAbove ? inWords(from, to, scale) : '',
  };
}

function ticksOf(from: number, to: number, levels: boolean): number[] {
  const ticks = scaleLinear([from, to], [0, 1]).ticks(levels ? Math.min(10, to - from) : 5);
  return levels ? ticks.filter(Number.isInteger) : ticks;
}

const inWords = (from: number, to: number, scale: AxisOptions['scale']): string =>
  scale
    ? t('The axis shows {from} to {to}; figures can lie between {lowest} and {highest}.', {
        from: formatNumber(from),
        to: formatNumber(to),
        lowest: formatNumber(scale[0]),
        highest: formatNumber(scale[1]),
      })
    : t('The axis shows {from} to {to}; it does not begin at 0.', {
        from: formatNumber(from),
        to: formatNumber(to),
      });

/** Where the axis stands, and from where to where its lines go. */
interface AxisPlace {
  y: (value: number) => number;
  left: number;
  right: number;
  /** How far its numbers stand from the left. */
  gap: number;
}

/** The lines of the axis with their numbers, and the axis itself, broken at an end that is cut. */
export function drawAxis(axis: Axis, { y, left, right, gap }: AxisPlace): Html {
  const bottom = short(y(axis.from));
  const top = short(y(axis.to));
  const below = axis.cutBelow ? `v-4${leftOut}` : '';
  const above = axis.cutAbove ? `V${short(top + 16)}${leftOut}` : '';
  return html`${axis.ticks.map(
    (tick) =>
      html`<path class="grid" d="M${left} ${short(y(tick))}H${right}" />${svgText(
          { class: 'tick-label', x: left - gap, y: y(tick) + 4, anchor: 'end' },
          formatNumber(tick),
        )}`,
  )}${(axis.cutBelow || axis.cutAbove) && html`<path class="broken" d="M${left} ${bottom}${below}${above}V${top}" />`}`;
}

/** The sign for a part that was left out, drawn upwards, twelve units high. */
const leftOut = 'l-5-3 10-6-5-3';
