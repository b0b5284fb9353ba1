import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { short, svgText } from '#ui/svg-text.ts';
import { table } from '#ui/table.ts';
import type { TermWeeks } from '../school-year.ts';
import type { CyclePoint, CycleStrand } from './audit.ts';
import { marksOf, type RingMark, tracksOf } from './ring-places.ts';

/** What is drawn: points of a year of so many teaching weeks, in its terms. */
export interface Cycle {
  title: string;
  weeks: number;
  terms: readonly TermWeeks[];
  points: readonly Omit<CyclePoint, 'id'>[];
}

interface Ring {
  size: number;
  /** The circle of each strand; tracks beside it go inwards. */
  radius: Readonly<Record<CycleStrand, number>>;
  mark: number;
  numbered: boolean;
  /** How many weeks two marks of a track must be apart not to touch. */
  apart: number;
}

const large: Ring = {
  size: 460,
  radius: { specialist: 182, peer: 112 },
  mark: 10,
  numbered: true,
  apart: 0.85,
};
const small: Ring = { size: 96, radius: { specialist: 40, peer: 25 }, mark: 3, numbered: false, apart: 1.6 };

const strandName = (strand: CycleStrand): string =>
  strand === 'specialist' ? t('Specialist input') : t('Peer support');

/**
 * A year's cycle: a ring that begins at the top and goes round with the clock. Specialist input stands on the outer
 * circle, a double line with diamonds; peer support on the inner one, a broken line with discs. Each mark has the
 * number that the table below repeats, so nothing depends on colour or on seeing.
 */
export function cycleRing(cycle: Cycle): Html {
  const marks = marksOf(cycle.points);
  return html`<figure class="cycle full">
    <figcaption>${cycle.title}<span class="meta">${howMany(cycle.points.length)}</span></figcaption>
    ${draw(cycle, marks, large)}
    <p class="meta">
      ${t('The year begins at the top and goes round with the clock. Outer circle, double line, diamonds: specialist input. Inner circle, broken line, discs: peer support.')}
    </p>
    ${
      marks.length > 0 &&
      details(
        t('The same as a table'),
        table({
          caption: cycle.title,
          captionHidden: true,
          columns: [
            { label: t('Number'), numeric: true, plain: true },
            { label: t('When'), plain: true },
            { label: t('What it is'), plain: true },
            { label: t('In words'), wide: true, plain: true },
          ],
          rowHeads: false,
          rows: marks.map((mark) => [
            mark.number,
            weekWords(mark, cycle.terms),
            strandName(mark.strand),
            mark.words.length > 1
              ? html`<ul>
                  ${mark.words.map((each) => html`<li>${each}</li>`)}
                </ul>`
              : (mark.words[0] ?? ''),
          ]),
          empty: '',
        }),
      )
    }
  </figure>`;
}

/** The same small, for a list: what it shows is said in words beside it. */
export const smallRing = (cycle: Cycle): Html =>
  html`<figure class="cycle small">
    ${draw(cycle, marksOf(cycle.points), small)}
    <figcaption>${ringWords(cycle.points)}</figcaption>
  </figure>`;

const howMany = (count: number): string =>
  count === 0
    ? t('Nothing stands in the year yet.')
    : tn(count, 'One point in the year', '{n} points in the year');

/** 'Specialist input 3 times, peer support 5 times' */
function ringWords(points: Cycle['points']): string {
  const of = (strand: CycleStrand) => points.filter((point) => point.strand === strand).length;
  return t('{specialist}; {peer}', {
    specialist: tn(of('specialist'), 'Specialist input once', 'Specialist input {n} times'),
    peer: tn(of('peer'), 'peer support once', 'peer support {n} times'),
  });
}

/** 'Autumn' for a whole term, else 'Week 3' or 'Weeks 3 to 9' */
export function weekWords(
  { fromWeek, untilWeek }: Pick<RingMark, 'fromWeek' | 'untilWeek'>,
  terms: Cycle['terms'],
): string {
  const term = terms.find((each) => each.fromWeek === fromWeek && each.untilWeek === untilWeek);
  if (term) return term.name;
  return fromWeek === untilWeek
    ? t('Week {n}', { n: fromWeek })
    : t('Weeks {from} to {until}', { from: fromWeek, until: untilWeek });
}

function draw(cycle: Cycle, marks: readonly RingMark[], ring: Ring): Html {
  const middle = ring.size / 2;
  return html`<svg
    viewBox="0 0 ${ring.size} ${ring.size}"
    role="img"
    aria-label="${t('{title}: {words}', { title: cycle.title, words: ringWords(cycle.points) })}"
  >
    <g transform="translate(${middle} ${middle})">
      ${terms(cycle, ring)} ${(['specialist', 'peer'] as const).map((strand) => circle(strand, ring))}
      ${(['specialist', 'peer'] as const).map((strand) =>
        tracksOf(marks, strand, ring.apart).map((track, index) =>
          track.map((mark) => drawMark(mark, index, cycle, ring)),
        ),
      )}
    </g>
  </svg>`;
}

/** What a mark says to whoever points at it. */
const saysOf = (mark: RingMark): string =>
  t('{n}. {what}', { n: mark.number, what: mark.words.join('; ') || strandName(mark.strand) });

const turn = (week: number, weeks: number): number => ((week - 1) / weeks) * 2 * Math.PI - Math.PI / 2;
const at = (angle: number, radius: number): [number, number] => [
  short(Math.cos(angle) * radius),
  short(Math.sin(angle) * radius),
];

/** A line where each term begins, and its name inside the rings. */
const terms = (cycle: Cycle, ring: Ring): Html =>
  html`${cycle.terms.map(({ name, fromWeek, untilWeek }) => {
    const angle = turn(fromWeek, cycle.weeks);
    const [x1, y1] = at(angle, ring.radius.peer * 0.55);
    const [x2, y2] = at(angle, ring.radius.specialist + ring.mark * 2);
    const [x, y] = at(turn((fromWeek + untilWeek + 1) / 2, cycle.weeks), ring.radius.peer * 0.45);
    return html`<path class="tick" d="M${x1} ${y1}L${x2} ${y2}" />${
        ring.numbered &&
        svgText({ x, y, class: 'term', anchor: 'middle' }, name.length > 14 ? `${name.slice(0, 13)}…` : name)
      }`;
  })}`;

/** A double line for specialists, a broken one for peers, as in the braid. */
const circle = (strand: CycleStrand, { radius }: Ring): Html =>
  strand === 'peer'
    ? html`<circle class="strand peer" r="${radius.peer}" />`
    : html`${[-2.4, 2.4].map((by) => html`<circle class="strand specialist" r="${short(radius.specialist + by)}" />`)}`;

/** Marks that would touch step inwards; what goes on for weeks has an arc beside its mark. */
function drawMark(mark: RingMark, track: number, { weeks }: Cycle, ring: Ring): Html {
  const radius = Math.max(ring.radius[mark.strand] - track * ring.mark * 2.3, ring.mark * 2);
  // A year that lost weeks since keeps what stood in them at its end.
  const [from, until] = [Math.min(mark.fromWeek, weeks), Math.min(mark.untilWeek, weeks)];
  const [x, y] = at(turn(from + 0.5, weeks), radius);
  const r = ring.mark;
  const shape =
    mark.strand === 'specialist'
      ? html`<path d="M0-${short(r * 1.2)}L${short(r * 1.2)} 0 0 ${short(r * 1.2)}-${short(r * 1.2)} 0Z" />`
      : html`<circle r="${r}" />`;
  return html`${arc(mark.strand, { from, until }, radius, weeks)}<g
      class="point ${mark.strand}"
      transform="translate(${x} ${y})"
      ><title>${saysOf(mark)}</title>${shape}${ring.numbered && html`<text>${mark.number}</text>`}</g
    > `;
}

function arc(
  strand: CycleStrand,
  { from, until }: { from: number; until: number },
  radius: number,
  weeks: number,
): Html {
  if (until <= from) return nothing;
  const [x1, y1] = at(turn(from + 0.5, weeks), radius);
  // A whole circle has no beginning to draw from: it stops just before its end.
  const [x2, y2] = at(turn(Math.min(until + 0.5, from + weeks - 0.1), weeks), radius);
  const wide = (until - from) / weeks > 0.5 ? 1 : 0;
  return html`<path
    class="span ${strand}"
    d="M${x1} ${y1}A${short(radius)} ${short(radius)} 0 ${wide} 1 ${x2} ${y2}"
  />`;
}
