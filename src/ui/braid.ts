import { formatDate, formatMinutes, formatPercent, t, tn } from '#platform/i18n/i18n.ts';
import { drawBraid } from '#ui/braid-drawing.ts';
import type { BraidPoint } from '#ui/braid-geometry.ts';
import type { Strand, Term } from '#ui/braid-plan.ts';
import { type Share, type ShareOf, shareName, sharesOf } from '#ui/braid-share.ts';
import { dayWords } from '#ui/braid-weeks.ts';
import { details } from '#ui/details.ts';
import { drawnOnce } from '#ui/drawn-once.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';

export type { BraidPoint, StrandKey } from '#ui/braid-geometry.ts';
export type { Strand, Term } from '#ui/braid-plan.ts';

export interface BraidOptions {
  /** What is shown, as a caption: "Reading together, 2026 to 2027". */
  title: string;
  /** Calendar days, YYYY-MM-DD. */
  from: string;
  until: string;
  /** Of something that stands on no calendar yet: `from` is a Monday, and days are spoken of as weeks after it. */
  inWeeks?: true | undefined;
  terms?: readonly Term[] | undefined;
  today?: string | undefined;
  /** From top to bottom as they begin; two to four. */
  strands: readonly Strand[];
  points: readonly BraidPoint[];
  /** Large has its labels, numbers, months and the specialist-led share; small stands in a card. */
  size: 'large' | 'small';
}

/**
 * The product's one picture: strands of specialist input, peer support, practice and pupil evidence
 * over time. Each strand has its own line and its name at both ends, each point a number that
 * the table beside it repeats, so nothing depends on colour, on a mouse, or on seeing.
 */
export const braid = (options: BraidOptions): Html => drawnOnce('braid', options, () => draw(options));

function draw(options: BraidOptions): Html {
  const { title, size, points } = options;
  const terms = options.terms ?? [];
  const { shares, by } = sharesOf({ ...options, terms });
  const picture = { ...options, terms, shares };
  return html`<figure class="braid ${size}${size === 'large' && ' full'}">
    <figcaption>${title}<span class="meta">${howMany(points)}</span></figcaption>
    ${
      size === 'small'
        ? drawBraid(picture, 'small')
        : html`${drawBraid(picture, 'wide')} ${drawBraid(picture, 'tall')}`
    }
    ${size === 'large' && shareWords(options, shares, by)}
    ${points.length > 0 && details(t('The same as a table'), [pointTable(options), size === 'large' && shareTable(options, shares, by)])}
  </figure>`;
}

const howMany = (points: readonly BraidPoint[]): string =>
  points.length === 0 ? t('Nothing stands on the strands yet.') : tn(points.length, 'One step', '{n} steps');

/** The share one should see falling, said. */
function shareWords({ points }: BraidOptions, shares: readonly Share[], by: ShareOf): Html {
  const [first, last] = [shares[0], shares.at(-1)];
  if (!first || !last || first === last) return nothing;
  const said = {
    what: shareName(points),
    first: formatPercent(first.share),
    last: formatPercent(last.share),
  };
  const sentence: Record<ShareOf, () => string> = {
    term: () => t('{what}: {first} in the first term, {last} in the last.', said),
    month: () => t('{what}: {first} in the first month, {last} in the last.', said),
    third: () => t('{what}: {first} in the first third, {last} in the last.', said),
  };
  return html`<p class="meta">${sentence[by]()}</p>`;
}

function pointTable(options: BraidOptions): Html {
  const { title, points, strands, inWeeks } = options;
  const names = new Map(strands.map(({ key, label }) => [key, label]));
  const inOrder = points
    .filter(({ strand }) => names.has(strand))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return table({
    caption: title,
    columns: [
      { label: t('Number'), numeric: true, plain: true },
      { label: inWeeks ? t('Week') : t('Date'), plain: true },
      { label: t('Strand'), plain: true },
      { label: t('What'), wide: true, plain: true },
      { label: t('Time'), numeric: true, plain: true },
      ...(inWeeks ? [] : [{ label: t('State'), plain: true }]),
    ],
    rowHeads: false,
    rows: inOrder.map((point, index) => [
      index + 1,
      dayWords(options, point.on),
      names.get(point.strand),
      point.href === undefined ? point.label : html`<a href="${point.href}">${point.label}</a>`,
      point.minutes === undefined ? '' : formatMinutes(point.minutes),
      ...(inWeeks ? [] : [point.done ? t('Past') : t('Planned')]),
    ]),
    empty: t('Nothing stands on the strands yet.'),
  });
}

function shareTable({ points, terms = [] }: BraidOptions, shares: readonly Share[], by: ShareOf): Html {
  if (shares.length === 0) return nothing;
  const thirds = [t('First third'), t('Second third'), t('Last third')];
  const nameOf = ({ startsOn, part }: Share) =>
    by === 'third'
      ? thirds[part]
      : (by === 'term' && terms.find((term) => term.startsOn === startsOn)?.name) ||
        formatDate(startsOn, 'month');
  return table({
    caption: shareName(points),
    columns: [{ label: t('When') }, { label: t('Share'), numeric: true }],
    rows: shares.map((share) => [nameOf(share), formatPercent(share.share)]),
    empty: '',
  });
}
