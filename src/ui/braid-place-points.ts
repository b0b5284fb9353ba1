import type { Position } from '#ui/braid-curve.ts';
import type { GeometryOptions, PlacedPoint } from '#ui/braid-geometry.ts';

/** By how many marks a point may stand later than its day, and beside its strand: the nearest place first. */
const steps = [0, 0.5, 1]
  .flatMap((later) => [0, -1, 1, -2, 2].map((aside): Position => [later, aside]))
  .toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b));

/**
 * Points stand on their strand; those that would touch one another step aside, nearest place first, and never
 * further than there is room beside the outer lanes. Where every place of a day is taken a point moves along a
 * little, never past today, and where that does not help either it stands where it is touched least.
 */
export function placePoints(
  { points, strands, today, clear, lane, room, length }: GeometryOptions,
  along: (day: string) => number,
  across: (strand: number, at: number) => number,
): PlacedPoint[] {
  const last = (strands.length - 1) * lane;
  const now = today === undefined ? -Infinity : along(today);
  const placed: PlacedPoint[] = [];
  const known = points.filter((point) => strands.includes(point.strand));
  const inOrder = known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  inOrder.forEach((point, index) => {
    const at = along(point.on);
    const foot: Position = [at, across(strands.indexOf(point.strand), at)];
    const near = placed.filter((other) => at - other.at[0] < clear);
    const places = steps.map(([later, aside]): Position => [at + later * clear, foot[1] + aside * clear]);
    const until = at > now ? length : Math.max(now, at);
    const possible = places.filter(([later, side]) => later <= until && side >= -room && side <= last + room);
    const free = emptiest(possible, near, clear);
    const stays = !free || (free[0] === foot[0] && free[1] === foot[1]);
    placed.push({ ...point, number: index + 1, foot, at: stays ? foot : free });
  });
  return placed;
}

/** The first place that is clear of all that stand near, or else the one with the most distance. */
function emptiest(
  places: readonly Position[],
  near: readonly PlacedPoint[],
  clear: number,
): Position | undefined {
  let best: Position | undefined;
  let room = -1;
  for (const place of places) {
    const nearest = near.reduce(
      (least, { at }) => Math.min(least, Math.hypot(place[0] - at[0], place[1] - at[1])),
      Infinity,
    );
    if (nearest >= clear - 0.01) return place;
    if (nearest > room) [best, room] = [place, nearest];
  }
  return best;
}
