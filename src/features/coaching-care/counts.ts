import { protectCounts, protectFigure } from '#platform/access/small-numbers.ts';
import { type Kind, kinds } from '#features/coaching/index.ts';
import type { HeldCounts, KindCount } from './counts.queries.ts';

export interface LeadersCounts {
  /** How many pairings go on; null where that is hidden. */
  kinds: readonly { kind: Kind; pairings: number | null }[];
  /** Null where the kinds that are shown would give a hidden one away, or nothing is shown. */
  total: number | null;
  /** Null where fewer than five pairings met. */
  held: {
    /** Whole hours, rounded, so that one time more or less cannot be told. */
    insideHours: number;
    outsideHours: number;
    coverHours: number;
    /** In tenths. */
    protectedTenths: number;
  } | null;
}

/** What leaders may see: counts of five or more, the next smallest hidden with any that is, and what they add up to. */
export function leadersCounts(counted: readonly KindCount[], held: HeldCounts): LeadersCounts {
  const cells = kinds.map((kind) => ({
    key: kind,
    count: counted.find((each) => each.kind === kind)?.pairings ?? 0,
  }));
  const shown = protectCounts(cells);
  const sum = cells.reduce((all, { count }) => all + count, 0);
  const hidden = shown.filter((cell) => cell.hidden).length;
  const isSeen = shown.some((cell) => !cell.hidden && cell.count > 0);
  const hours = (minutes: number): number => Math.round(minutes / 60);
  return {
    kinds: kinds.map((kind, index) => ({ kind, pairings: shown[index]!.count })),
    total: isSeen && hidden !== 1 ? sum : null,
    held: protectFigure(
      {
        insideHours: hours(held.inside),
        outsideHours: hours(held.outside),
        coverHours: hours(held.cover),
        protectedTenths: held.times === 0 ? 0 : Math.round((held.protectedTimes / held.times) * 10),
      },
      held.pairings,
    ),
  };
}
