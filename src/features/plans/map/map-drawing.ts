import { daysBetween } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { html, type Html } from '#ui/html.ts';
import { short } from '#ui/svg-text.ts';
import { planHref } from '../addresses.ts';
import type { ListedPlan } from '../plan.ts';
import { dayWords } from './day-words.ts';
import type { Span } from './map.queries.ts';
import type { MapRow } from './map-rows.ts';

const box = { width: 1100, names: 170, lane: 24, pad: 4, head: 26, subject: 24 };
/** How wide a letter is at the size of the bars' words, on average. */
const letter = 6.9;

interface Drawn {
  title: string;
  year: Pick<Span, 'startsOn' | 'endsOn'>;
  terms: readonly Span[];
  rows: readonly MapRow[];
}

/** The map of a year: a row a year group, subjects under their names, weeks to the right. */
export function mapDrawing({ title, year, terms, rows }: Drawn): Html {
  const days = Math.max(daysBetween(year.startsOn, year.endsOn) + 1, 1);
  const x = (day: string, end = false): number => {
    const at = Math.min(Math.max(daysBetween(year.startsOn, day) + (end ? 1 : 0), 0), days);
    return box.names + (at / days) * (box.width - box.names);
  };
  const inWords = dayWords();
  let y = box.head;
  const drawn = rows.map((row, index) => {
    const isFirst = rows[index - 1]?.subject !== row.subject;
    if (isFirst) y += box.subject;
    const top = y;
    y += Math.max(row.lanes.length, 1) * box.lane + box.pad * 2;
    return oneRow(row, { top, bottom: y, isFirst, x, inWords });
  });
  return html`<div class="plan-map" tabindex="0" role="group" aria-label="${title}">
    <svg viewBox="0 0 ${box.width} ${y + 4}" direction="ltr">
      ${terms.map(
        ({ name, startsOn, endsOn }) =>
          html`<rect
              class="term"
              x="${short(x(startsOn))}"
              y="${box.head}"
              width="${short(x(endsOn, true) - x(startsOn))}"
              height="${y - box.head}"
            /><text class="term-name" x="${short(x(startsOn) + 4)}" y="17">${name}</text>`,
      )}
      ${drawn}
    </svg>
  </div>`;
}

interface Placed {
  top: number;
  bottom: number;
  isFirst: boolean;
  x: (day: string, end?: boolean) => number;
  inWords: (day: string) => string;
}

function oneRow(
  { subject, yearKey, lanes, gaps, overlapping }: MapRow,
  { top, bottom, isFirst, x, inWords }: Placed,
): Html {
  const overlaps = new Set(overlapping);
  return html`${
      isFirst && html`<text class="subject" x="0" y="${top - 7}">${clipped(subject, box.names * 2)}</text>`
    }<path class="grid" d="M0 ${bottom}H${box.width}" /><text class="name" x="10" y="${top + 20}"
      >${clipped(yearKey === '' ? t('Any year') : yearWords(yearKey), box.names)}</text
    >${gaps.map(
      (gap) =>
        html`<path
          class="gap"
          d="M${short(x(gap.startsOn) + 3)} ${top + box.pad + box.lane / 2}H${short(x(gap.endsOn, true) - 3)}"
          ><title>
            ${t('Nothing planned from {from} to {until}', { from: inWords(gap.startsOn), until: inWords(gap.endsOn) })}
          </title></path
        >`,
    )}${lanes.map((lane, at) => lane.map((plan) => bar(plan, { x, inWords, y: top + box.pad + at * box.lane, meets: overlaps.has(plan) })))}`;
}

function bar(
  { id, title, startsOn, endsOn, readyAt }: ListedPlan,
  { x, inWords, y, meets }: Pick<Placed, 'x' | 'inWords'> & { y: number; meets: boolean },
): Html {
  const left = x(startsOn) + 1;
  const width = Math.max(x(endsOn, true) - left - 1, 4);
  const look = ['bar', readyAt === null && 'open', meets && 'meets'].filter(Boolean).join(' ');
  const says = t('{title}, {from} to {until}', {
    title,
    from: inWords(startsOn),
    until: inWords(endsOn),
  });
  return html`<a href="${planHref(id)}"
    ><title>${says}</title
    ><rect
      class="${look}"
      x="${short(left)}"
      y="${y + 1}"
      width="${short(width)}"
      height="${box.lane - 3}"
      rx="3"
    /><svg x="${short(left)}" y="${y}" width="${short(width)}" height="${box.lane}">
      <text class="says" x="5" y="16">${title}</text>
    </svg></a
  >`;
}

/** As many letters as there is room for. */
function clipped(words: string, room: number): string {
  const letters = [...words];
  const fit = Math.floor(room / letter);
  if (letters.length <= fit) return words;
  return fit < 3
    ? ''
    : `${letters
        .slice(0, fit - 1)
        .join('')
        .trimEnd()}…`;
}
