import { type CyclePoint, type CycleStrand, inOrder } from './audit.ts';

/** Where a year's points stand on the ring: marks for single weeks, arcs for what goes on. */

export interface RingMark {
  /** The number that the table beside the picture repeats. */
  number: number;
  strand: CycleStrand;
  fromWeek: number;
  untilWeek: number;
  /** What stands there; several things of one strand in the same weeks share a mark. */
  words: string[];
}

type Point = Omit<CyclePoint, 'id'>;

/** What stands in the same weeks on the same strand shares one mark; marks are numbered in the order of the year. */
export function marksOf(points: readonly Point[]): RingMark[] {
  const byPlace = Map.groupBy(
    inOrder(points),
    ({ strand, fromWeek, untilWeek }) => `${strand} ${fromWeek} ${untilWeek}`,
  );
  return [...byPlace.values()].map((same, index) => ({
    number: index + 1,
    strand: same[0]!.strand,
    fromWeek: same[0]!.fromWeek,
    untilWeek: same[0]!.untilWeek,
    words: same.map(({ words }) => words).filter(Boolean),
  }));
}

/** The marks of one strand on tracks, so that no two of a track are less than `apart` weeks from each other. */
export function tracksOf(marks: readonly RingMark[], strand: CycleStrand, apart: number): RingMark[][] {
  const tracks: RingMark[][] = [];
  for (const mark of marks.filter((each) => each.strand === strand)) {
    const free = tracks.find((track) => track.at(-1)!.fromWeek + apart <= mark.fromWeek);
    if (free) free.push(mark);
    else tracks.push([mark]);
  }
  return tracks;
}

/** Teaching weeks with neither strand: where nobody supports. */
export function silentWeeks(points: readonly Point[], weeks: number): number {
  let silent = 0;
  for (let week = 1; week <= weeks; week++)
    if (!points.some(({ fromWeek, untilWeek }) => fromWeek <= week && week <= untilWeek)) silent++;
  return silent;
}

export const hasStrand = (points: readonly Point[], strand: CycleStrand): boolean =>
  points.some((point) => point.strand === strand);
