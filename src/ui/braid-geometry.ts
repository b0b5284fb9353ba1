import { dayMs } from '#platform/calendar/dates.ts';
import { curveParameter, split, type Piece, type Position } from '#ui/braid-curve.ts';
import { placePoints } from '#ui/braid-place-points.ts';

export type { Piece, Position } from '#ui/braid-curve.ts';

/**
 * The geometry of the braid, without a word about how it is drawn.
 *
 * Positions are pairs [along, across]: `along` follows time from 0 to `length`, `across` runs over the
 * lanes from 0 to (strands - 1) × lane. The wide picture takes along as x, the tall one takes it as y.
 * Strands rest in a lane and change places with a neighbour at turns; a turn moves a little to where
 * no point is, so that strands cross between points rather than on them.
 */
export type StrandKey = 'specialist' | 'peer' | 'practice' | 'pupils';

export interface BraidPoint {
  id: string;
  strand: StrandKey;
  /** Calendar day, YYYY-MM-DD. */
  on: string;
  label: string;
  href?: string | undefined;
  minutes?: number | undefined;
  /** Its day is past. Whether anything was done then a plan does not know, so no words say so. */
  done?: boolean | undefined;
  /** Led by the specialist although it stands in another strand; counts towards their share. */
  lead?: boolean | undefined;
}

export interface GeometryOptions {
  from: string;
  until: string;
  strands: readonly StrandKey[];
  points: readonly BraidPoint[];
  /** What lies before it is drawn before it. */
  today?: string | undefined;
  length: number;
  /** Distance between lanes. */
  lane: number;
  /** Distance between turns; they number what fits. */
  turn: number;
  /** How far apart the middles of two marks must be, so that they do not touch. */
  clear: number;
  /** Half the gap that the strand beneath leaves for the one above. */
  gap: number;
  /** How far the first and the last day stand from the ends of the strands, so that marks leave their names clear. */
  inset: number;
  /** How far marks may step aside, beyond the first and the last lane. */
  room: number;
}

export interface PlacedPoint extends BraidPoint {
  /** From 1, in order of date; the number in the picture and in the table. */
  number: number;
  at: Position;
  /** Where it stands on its strand; the same as `at` unless it stepped aside for others near by. */
  foot: Position;
}

export interface Geometry {
  /** Pieces that touch share a run; a run ends where the strand passes beneath another. */
  strands: { key: StrandKey; runs: Piece[][]; start: Position; end: Position }[];
  points: PlacedPoint[];
  /** Where along the picture a day stands, kept within it. */
  along(day: string): number;
}

/** How much of the distance between turns a turn takes, and how far it may move to avoid points. */
const turning = 0.8;
const shifting = 0.1;

export function braidGeometry(options: GeometryOptions): Geometry {
  const along = scaleOfDays(options);
  const turns = placeTurns(options, along);
  const lanes = lanesOf(options.strands.length, turns.length);
  const width = turns.length > 0 ? (options.length / (turns.length + 1)) * turning : 0;
  const across = (strand: number, at: number): number =>
    acrossAt(lanes[strand]!, turns, width, at) * options.lane;
  return {
    strands: options.strands.map((key, strand) => ({
      key,
      runs: runsOf(lanes[strand]!, turns, width, options),
      start: [0, across(strand, 0)],
      end: [options.length, across(strand, options.length)],
    })),
    points: placePoints(options, along, across),
    along,
  };
}

const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs;

function scaleOfDays({ from, until, length, inset }: GeometryOptions): (day: string) => number {
  const first = dayNumber(from);
  const days = Math.max(dayNumber(until) - first, 1);
  return (day) => inset + Math.min(Math.max((dayNumber(day) - first) / days, 0), 1) * (length - 2 * inset);
}

/** Turns at even distances, each moved to the emptiest place near by. */
function placeTurns(options: GeometryOptions, along: (day: string) => number): number[] {
  const { length, turn, points, strands } = options;
  if (strands.length < 2) return [];
  const count = Math.max(Math.round(length / turn) - 1, 1);
  const spacing = length / (count + 1);
  const taken = points.map((point) => along(point.on));
  return Array.from({ length: count }, (_, index) => {
    const even = spacing * (index + 1);
    let best = even;
    let room = -1;
    for (let step = 0; step <= 12; step++) {
      const side = step % 2 === 0 ? 1 : -1;
      const candidate = even + side * Math.ceil(step / 2) * ((spacing * shifting) / 6);
      const nearest = taken.reduce((least, at) => Math.min(least, Math.abs(at - candidate)), spacing / 4);
      if (nearest > room + 0.01) [best, room] = [candidate, nearest];
    }
    return best;
  });
}

/** For each strand the lane it rests in before, between and after the turns. */
function lanesOf(strands: number, turns: number): number[][] {
  const order = Array.from({ length: strands }, (_, strand) => strand);
  const lanes = order.map((strand) => [strand]);
  for (let turn = 0; turn < turns; turn++) {
    for (let lane = firstPair(turn, strands); lane + 1 < strands; lane += 2)
      [order[lane], order[lane + 1]] = [order[lane + 1]!, order[lane]!];
    order.forEach((strand, lane) => lanes[strand]!.push(lane));
  }
  return lanes;
}

/** Outer pairs and the inner pair change places by turns; two strands always change with one another. */
const firstPair = (turn: number, strands: number): number => (strands > 2 ? turn % 2 : 0);

function acrossAt(lanes: readonly number[], turns: readonly number[], width: number, at: number): number {
  for (let turn = 0; turn < turns.length; turn++) {
    const begins = turns[turn]! - width / 2;
    if (at <= begins) return lanes[turn]!;
    if (at < begins + width) {
      const s = curveParameter((at - begins) / width);
      return lanes[turn]! + (lanes[turn + 1]! - lanes[turn]!) * (3 * s * s - 2 * s * s * s);
    }
  }
  return lanes.at(-1)!;
}

function runsOf(
  lanes: readonly number[],
  turns: readonly number[],
  width: number,
  { length, lane, gap }: GeometryOptions,
): Piece[][] {
  const runs: Piece[][] = [[]];
  let here: Position = [0, lanes[0]! * lane];
  const draw = (piece: Piece) => runs.at(-1)!.push(piece);
  turns.forEach((turn, index) => {
    const [before, after] = [lanes[index]!, lanes[index + 1]!];
    if (before === after) return;
    const begin: Position = [turn - width / 2, before * lane];
    const end: Position = [turn + width / 2, after * lane];
    const curve: Piece = [begin, [turn, begin[1]], [turn, end[1]], end];
    draw([here, begin]);
    if (passesOver(before, after)) draw(curve);
    else {
      const half = gap / Math.hypot(0.75 * width, 1.5 * lane);
      draw(split(curve, 0.5 - half)[0]);
      runs.push([]);
      draw(split(curve, 0.5 + half)[1]);
    }
    here = end;
  });
  draw([here, [length, lanes.at(-1)! * lane]]);
  return runs;
}

/** Of two strands that change places exactly one is above, and sides alternate as in a plait. */
const passesOver = (before: number, after: number): boolean =>
  Math.min(before, after) % 2 === 0 ? after > before : after < before;
