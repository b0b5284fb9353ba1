import { t } from '#platform/i18n/i18n.ts';
import type { BraidPoint } from '#ui/braid-geometry.ts';

interface Span {
  startsOn: string;
  endsOn: string;
}

export interface Share {
  startsOn: string;
  endsOn: string;
  /** From 0 to 1. */
  share: number;
}

/** Shares are of time only when every point says how long it takes; otherwise each counts as one. */
export const isTimed = (points: readonly BraidPoint[]): boolean =>
  points.every((point) => point.minutes !== undefined);

/** The shares by term, or by month when fewer than two terms have any: one share alone cannot be seen to fall. */
export function sharesOf(
  points: readonly BraidPoint[],
  terms: readonly Span[],
  months: readonly Span[],
): { shares: Share[]; by: 'term' | 'month' } {
  const byTerm = specialistShare(points, terms);
  return byTerm.length >= 2
    ? { shares: byTerm, by: 'term' }
    : { shares: specialistShare(points, months), by: 'month' };
}

/**
 * How much of each span the specialist leads: the whole point of a sustained programme is that it falls.
 * Spans in which nothing happens are left out rather than drawn as nought.
 */
export function specialistShare(points: readonly BraidPoint[], spans: readonly Span[]): Share[] {
  const timed = isTimed(points);
  const weight = (point: BraidPoint) => (timed ? point.minutes! : 1);
  return spans.flatMap(({ startsOn, endsOn }) => {
    const inside = points.filter(({ on }) => on >= startsOn && on <= endsOn);
    const all = inside.reduce((sum, point) => sum + weight(point), 0);
    if (all === 0) return [];
    const led = inside.filter((point) => point.strand === 'specialist' || point.lead);
    return [{ startsOn, endsOn, share: led.reduce((sum, point) => sum + weight(point), 0) / all }];
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
