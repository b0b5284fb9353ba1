import type { Position } from '#ui/braid-curve.ts';
import type { GeometryOptions, PlacedPoint } from '#ui/braid-geometry.ts';

/** By how many marks a point may step aside, nearest first. */
const asides = [0, -1, 1, -2, 2, -3, 3];

/**
 * Points stand on their strand; those that would cover one another step aside, nearest place first, and
 * never further than there is room beside the outer lanes.
 */
export function placePoints(
  { points, strands, radius, lane, room }: GeometryOptions,
  along: (day: string) => number,
  across: (strand: number, at: number) => number,
): PlacedPoint[] {
  const clear = 2 * radius + 2;
  const last = (strands.length - 1) * lane;
  const placed: PlacedPoint[] = [];
  const known = points.filter((point) => strands.includes(point.strand));
  const inOrder = known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  inOrder.forEach((point, index) => {
    const at = along(point.on);
    const foot: Position = [at, across(strands.indexOf(point.strand), at)];
    const near = placed.filter((other) => at - other.at[0] < clear);
    const free = asides
      .map((aside) => foot[1] + aside * clear)
      .filter((side) => side >= -room && side <= last + room)
      .find((side) =>
        near.every((other) => Math.hypot(at - other.at[0], side - other.at[1]) >= clear - 0.01),
      );
    placed.push({ ...point, number: index + 1, foot, at: [at, free ?? foot[1]] });
  });
  return placed;
}
