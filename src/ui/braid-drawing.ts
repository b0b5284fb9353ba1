import { formatDate, t } from '#platform/i18n/i18n.ts';
import { braidGeometry, type BraidPoint, type Geometry } from '#ui/braid-geometry.ts';
import { drawPoint, drawStems, drawStrand, type Placing } from '#ui/braid-marks.ts';
import { planFor, type Picture, type Plan, type Shape } from '#ui/braid-plan.ts';
import { drawShare } from '#ui/braid-share-drawing.ts';
import { monthsBetween } from '#ui/braid-share.ts';
import { dayWords, weekNumber, weeksOnAxis } from '#ui/braid-weeks.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { short, svgText, wrap } from '#ui/svg-text.ts';

/** One drawing of the braid. Time runs from left to right, or down, in every language. */
export function drawBraid(picture: Picture, shape: Shape): Html {
  const plan = planFor(shape, picture);
  const geometry = braidGeometry({ ...picture, ...plan, strands: picture.strands.map(({ key }) => key) });
  // The small one is drawn about as large as it is; in the large ones a whole unit is fine enough.
  const fine = shape === 'small' ? short : Math.round;
  const place: Placing = ([along, across]) => {
    const [at, aside] = [fine(plan.ahead + along), fine(plan.aside + across)];
    return shape === 'tall' ? [aside, at] : [at, aside];
  };
  const { today, from, until } = picture;
  const now =
    today === undefined || today < from || today > until ? undefined : plan.ahead + geometry.along(today);
  return html`<svg
    class="${shape}"
    viewBox="0 0 ${plan.width} ${plan.height}"
    role="group"
    aria-label="${picture.title}"
    direction="ltr"
  >
    ${bands(picture, plan, geometry)}${months(picture, plan, geometry, now)}${drawShare(picture, plan, geometry)}
    ${geometry.strands.map(({ key, runs }) => drawStrand(key, runs, place, shape === 'tall'))}
    ${endLabels(picture, geometry, place, shape)}${todayMark(plan, now)}
    ${drawStems(geometry.points, place)}${geometry.points.map((point) => drawPoint(point, pointWords(picture, point), place, plan))}
  </svg>`;
}

/** Terms as quiet bands of paper, each with its name. */
function bands({ terms }: Picture, plan: Plan, { along }: Geometry): Html[] {
  const { from, to } = plan.band;
  let written = -Infinity;
  return terms.map(({ name, startsOn, endsOn }) => {
    const begins = short(plan.ahead + along(startsOn));
    const size = Math.max(short(along(endsOn) - along(startsOn)), 1);
    const middle = begins + size / 2;
    const half = (name.length * letter) / 2;
    // A term of which the picture holds a few days has no room for its name beside the next one's.
    const fits = middle - half >= written + letter;
    if (fits) written = middle + half;
    if (plan.shape === 'tall') {
      const turned = `rotate(90 ${to - 18} ${short(middle)})`;
      return html`<rect class="band" x="${from}" y="${begins}" width="${to - from}" height="${size}" />${
          fits && svgText({ class: 'term', x: to - 18, y: middle, transform: turned }, name)
        }`;
    }
    return html`<rect class="band" x="${begins}" y="${from}" width="${size}" height="${to - from}" />${
        fits && plan.shape === 'wide' && svgText({ class: 'term', x: middle, y: 34 }, name)
      }`;
  });
}

/** About as wide as a letter of a term's name. */
const letter = 7.5;

/** What is said of a point: what it is, when, and, where it has a date, whether that is past. */
const pointWords = (picture: Picture, { label, on, done }: BraidPoint): string =>
  [label, dayWords(picture, on), ...(picture.inWeeks ? [] : [done ? t('past') : t('planned')])].join(', ');

/** Days for the axis, in words: the months, each where it begins; of a picture shorter than two, its first and last day. */
function axisDays(picture: Picture, plan: Plan): { day: string; name: string }[] {
  const { from, until } = picture;
  if (picture.inWeeks)
    return weeksOnAxis(from, until, plan.shape === 'tall' ? plan.length / 30 : 12).map((day, index) => ({
      day,
      // Down the side there is room for the word once.
      name: plan.shape === 'tall' && index > 0 ? String(weekNumber(from, day)) : dayWords(picture, day),
    }));
  const begun = monthsBetween(from, until)
    .map(({ startsOn }) => startsOn)
    .filter((day) => day >= from);
  const every = Math.ceil(begun.length / (plan.shape === 'tall' ? plan.length / 30 : 16));
  const days =
    begun.length < 2 ? [...new Set([from, until])] : begun.filter((_, index) => index % every === 0);
  const style = begun.length < 2 ? 'day-on-axis' : 'month-on-axis';
  return days.map((day) => ({ day, name: formatDate(day, style) }));
}

function months(picture: Picture, plan: Plan, { along }: Geometry, now: number | undefined): Html[] {
  if (plan.shape === 'small') return [];
  const below = plan.lastLane + 24;
  // Down the side of the tall one the word for today stands among the months, and needs its place.
  const shown = axisDays(picture, plan).filter(
    ({ day }) =>
      plan.shape === 'wide' || now === undefined || Math.abs(plan.ahead + along(day) - now) >= monthLine,
  );
  return shown.map(({ day, name }) => {
    const at = short(plan.ahead + along(day));
    return plan.shape === 'tall'
      ? html`<path
            class="tick"
            d="M42 ${at}h6"
          />${svgText({ class: 'month', x: 38, y: at + 4, anchor: 'end' }, name)}`
      : html`<path class="tick" d="M${at} ${below}v6" />${svgText(
            { class: 'month', x: at, y: below + 22 },
            name,
          )}`;
  });
}

/** How tall a line of the tall one's months is. */
const monthLine = 14;

/** The name of each strand where it begins and where it ends. */
function endLabels({ strands }: Picture, geometry: Geometry, place: Placing, shape: Shape): Html[] {
  return geometry.strands.map(({ start, end }, index) => {
    const [x0, y0] = place(start);
    const [x1, y1] = place(end);
    if (shape === 'tall') {
      const lines = wrap(strands[index]!.label, 9);
      const top = { class: 'end', x: x0, y: y0 + 2 - lines.length * 14, anchor: 'middle', step: 14 } as const;
      return html`${svgText(top, lines)}${svgText({ ...top, x: x1, y: y1 + 20 }, lines)}`;
    }
    const lines = wrap(strands[index]!.label, shape === 'small' ? 99 : 17);
    const down = 5 - (lines.length - 1) * 8.5;
    const left = svgText({ class: 'end', x: x0 - 10, y: y0 + down, anchor: 'end', step: 17 }, lines);
    if (shape === 'small') return left;
    return html`${left}${svgText({ class: 'end', x: x1 + 12, y: y1 + down, step: 17 }, lines)}`;
  });
}

function todayMark(plan: Plan, now: number | undefined): Html {
  if (now === undefined) return nothing;
  const at = short(now);
  if (plan.shape === 'tall') {
    const words = svgText({ class: 'now', x: 38, y: at + 4, anchor: 'end' }, t('Today'));
    return html`<path class="today" d="M42 ${at}H${plan.band.to}" />${words}`;
  }
  const words = svgText({ class: 'now', x: at, y: 14, anchor: 'middle' }, t('Today'));
  const top = plan.shape === 'wide' ? 18 : plan.band.from;
  return html`<path class="today" d="M${at} ${top}V${plan.band.to}" />${plan.shape === 'wide' && words}`;
}
