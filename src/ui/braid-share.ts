import { t } from '#platform/i18n/i18n.ts';
import type { BraidPoint } from '#ui/braid-geometry.ts';
import { thirdsBetween } from '#ui/braid-weeks.ts';

interface Span {
  startsOn: string;
  endsOn: string;
}

export interface Share {
  startsOn: string;
  endsOn: string;
  /** From 0 to 1. */
  share: number;
  /** The how-many-eth of the spans it is, from 0. */
  part: number;
}

/** What each share is of. */
export type ShareOf = 'term' | 'month' | 'third';

interface Shared {
  points: readonly BraidPoint[];
  from: string;
  until: string;
  terms: readonly Span[];
  inWeeks?: true | undefined;
}

/** Shares are of time only when every point says how long it takes; otherwise each counts as one. */
export const isTimed = (points: readonly BraidPoint[]): boolean =>
  points.every((point) => point.minutes !== undefined);

/**
 * The shares by term, or by month when fewer than two terms have any: one share alone cannot be seen to fall.
 * Where there is no calendar yet they are by thirds, and there are none where no specialist leads anything.
 */
export function sharesOf({ points, from, until, terms, inWeeks }: Shared): { shares: Share[]; by: ShareOf } {
  if (inWeeks) {
    const shares = specialistShare(points, thirdsBetween(from, until));
    return { shares: shares.some(({ share }) => share > 0) ? shares : [], by: 'third' };
  }
  const byTerm = specialistShare(points, terms);
  return byTerm.length >= 2
    ? { shares: byTerm, by: 'term' }
    : { shares: specialistShare(points, monthsBetween(from, until)), by: 'month' };
}

/**
 * How much of each span the specialist leads: the whole point of a sustained programme is that it falls.
 * Spans in which nothing happens are left out rather than drawn as nought.
 */
export function specialistShare(points: readonly BraidPoint[], spans: readonly Span[]): Share[] {
  const timed = isTimed(points);
  const weight = (point: BraidPoint) => (timed ? point.minutes! : 1);
  return spans.flatMap(({ startsOn, endsOn }, part) => {
    const inside = points.filter(({ on }) => on >= startsOn && on <= endsOn);
    const all = inside.reduce((sum, point) => sum + weight(point), 0);
    if (all === 0) return [];
    const led = inside.filter((point) => point.strand === 'specialist' || point.lead);
    return [{ startsOn, endsOn, part, share: led.reduce((sum, point) => sum + weight(point), 0) / all }];
  });
}

/** What the shares are of, in words. */
export const shareName = (points: readonly BraidPoint[]): string =>
  isTimed(points) ? t('Specialist-led time') : t('Specialist-led steps');

/** The months between two days, for ticks, and for shares where there are no terms. */
export function monthsBetween(from: string, until: string): Span[] {
  const spans: Span[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const startsOn = `${year}-${String(month).padStart(2, '0')}-01`;
    if (startsOn > until) return spans;
    const endsOn = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    spans.push({ startsOn, endsOn });
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}
