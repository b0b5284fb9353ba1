import { currentLocale, t } from '#platform/i18n/i18n.ts';
import { braidGeometry, type Geometry } from '#ui/braid-geometry.ts';
import { drawPoint, drawStrand, type Placing } from '#ui/braid-marks.ts';
import { planFor, type Picture, type Plan, type Shape } from '#ui/braid-plan.ts';
import { drawShare } from '#ui/braid-share-drawing.ts';
import { monthsBetween } from '#ui/braid-share.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { short, svgText, wrap } from '#ui/svg-text.ts';

/** One drawing of the braid. Time runs from left to right, or down, in every language. */
export function drawBraid(picture: Picture, shape: Shape): Html {
  const plan = planFor(shape, picture);
  const geometry = braidGeometry({ ...picture, ...plan, strands: picture.strands.map(({ key }) => key) });
  const place: Placing = ([along, across]) =>
    shape === 'tall' ? [plan.aside + across, plan.ahead + along] : [plan.ahead + along, plan.aside + across];
  return html`<svg
    class="${shape}"
    viewBox="0 0 ${plan.width} ${plan.height}"
    role="group"
    aria-label="${picture.title}"
    direction="ltr"
  >
    ${bands(picture, plan, geometry)}${months(picture, plan, geometry)}${drawShare(picture, plan, geometry)}
    ${geometry.strands.map(({ key, runs }) => drawStrand(key, runs, place, shape === 'tall'))}
    ${endLabels(picture, geometry, place, shape)}${todayMark(picture, plan, geometry)}
    ${geometry.points.map((point) => drawPoint(point, place, plan.radius, plan.numbered))}
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
          fits && svgText({ class: 'term', x: to - 18, y: middle, anchor: 'middle', transform: turned }, name)
        }`;
    }
    return html`<rect class="band" x="${begins}" y="${from}" width="${size}" height="${to - from}" />${
        fits && plan.shape === 'wide' && svgText({ class: 'term', x: middle, y: 18, anchor: 'middle' }, name)
      }`;
  });
}

/** About as wide as a letter of a term's name. */
const letter = 7.5;

/** The months, each where it begins; of a picture shorter than two, its first and last day. */
function months({ from, until }: Picture, plan: Plan, { along }: Geometry): Html[] {
  if (plan.shape === 'small') return [];
  const begun = monthsBetween(from, until)
    .map(({ startsOn }) => startsOn)
    .filter((day) => day >= from);
  const every = Math.ceil(begun.length / (plan.shape === 'tall' ? plan.length / 30 : 16));
  const days =
    begun.length < 2 ? [...new Set([from, until])] : begun.filter((_, index) => index % every === 0);
  const format = axisFormat(currentLocale(), begun.length < 2 ? 'day' : 'month');
  const below = plan.lastLane + 24;
  return days.map((day) => {
    const at = short(plan.ahead + along(day));
    const name = format.format(new Date(`${day}T00:00:00Z`));
    return plan.shape === 'tall'
      ? html`<path
            class="tick"
            d="M42 ${at}h6"
          />${svgText({ class: 'month', x: 38, y: at + 4, anchor: 'end' }, name)}`
      : html`<path class="tick" d="M${at} ${below}v6" />${svgText(
            { class: 'month', x: at, y: below + 22, anchor: 'middle' },
            name,
          )}`;
  });
}

const axisFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than drawing a small braid, so each is made once. */
function axisFormat(locale: string, unit: 'day' | 'month'): Intl.DateTimeFormat {
  const known = axisFormats.get(`${unit} ${locale}`);
  if (known) return known;
  const day = unit === 'day' ? ({ day: 'numeric' } as const) : {};
  const made = new Intl.DateTimeFormat(locale, { ...day, month: 'short', timeZone: 'UTC' });
  axisFormats.set(`${unit} ${locale}`, made);
  return made;
}

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

function todayMark({ today, from, until }: Picture, plan: Plan, { along }: Geometry): Html {
  if (today === undefined || today < from || today > until) return nothing;
  const at = short(plan.ahead + along(today));
  if (plan.shape === 'tall') {
    const words = svgText({ class: 'now', x: plan.band.to, y: at - 5, anchor: 'end' }, t('Today'));
    return html`<path class="today" d="M${plan.band.from} ${at}H${plan.band.to}" />${words}`;
  }
  const words = svgText({ class: 'now', x: at + 5, y: 42 }, t('Today'));
  return html`<path
      class="today"
      d="M${at} ${plan.band.from}V${plan.band.to}"
    />${plan.shape === 'wide' && words}`;
}
