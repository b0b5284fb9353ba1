import type { BraidPoint, StrandKey } from '#ui/braid-geometry.ts';
import { reach } from '#ui/braid-marks.ts';
import { monthsBetween, type Share } from '#ui/braid-share.ts';

export interface Strand {
  key: StrandKey;
  label: string;
}

export interface Term {
  name: string;
  startsOn: string;
  endsOn: string;
}

export interface Picture {
  title: string;
  from: string;
  until: string;
  inWeeks?: true | undefined;
  terms: readonly Term[];
  today?: string | undefined;
  strands: readonly Strand[];
  points: readonly BraidPoint[];
  shares: readonly Share[];
}

/** Wide for paper and large screens, tall for phones (time runs down), small for a card. */
export type Shape = 'wide' | 'tall' | 'small';

/** Measures in units of the drawing, along time and across it. */
export interface Plan {
  shape: Shape;
  /** Where the first day stands, along. */
  ahead: number;
  length: number;
  /** Where the first lane stands, across; the distance between lanes and between turns. */
  aside: number;
  lane: number;
  turn: number;
  /** Where the last lane stands, across. */
  lastLane: number;
  /** Where the share of the specialist stands, across; null when it is not drawn. */
  share: { from: number; size: number } | null;
  /** Term bands reach from here to there, across. */
  band: { from: number; to: number };
  width: number;
  height: number;
  radius: number;
  clear: number;
  gap: number;
  inset: number;
  room: number;
  numbered: boolean;
}

/** Between the middles of two marks: their reach, their line, and a little paper. */
const apart = (radius: number): number => Math.ceil(2 * radius * reach + 3);

/** More points than this and their numbers would cover one another. */
const mostNumbered = 60;

export function planFor(shape: Shape, picture: Picture): Plan {
  const gaps = Math.max(picture.strands.length - 1, 1);
  const numbered = shape !== 'small' && picture.points.length <= mostNumbered;
  const hasShare = picture.shares.length > 0;
  const radius = numbered ? 10 : 5;
  const clear = apart(radius);
  const marks = { shape, numbered, radius, clear, gap: 9, inset: radius + 7, room: clear };
  if (shape === 'small') {
    const lastLane = 18 + gaps * 20;
    const band = { from: 4, to: lastLane + 14 };
    const size = {
      ahead: 108,
      length: 226,
      aside: 18,
      lane: 20,
      turn: 58,
      lastLane,
      width: 344,
      height: lastLane + 18,
    };
    const small = { radius: 3.4, clear: 10, gap: 6, inset: 6, room: 9 };
    return { ...marks, ...size, ...small, share: null, band };
  }
  if (shape === 'wide') {
    const aside = 92;
    // Half-way between two lanes there is room for a mark.
    const lane = Math.max(48, 2 * clear);
    const lastLane = aside + gaps * lane;
    const share = hasShare ? { from: lastLane + 76, size: 52 } : null;
    const to = share === null ? lastLane + 24 : share.from + share.size;
    const size = { ahead: 138, length: 844, aside, lane, turn: 118, lastLane, width: 1120 };
    return {
      ...marks,
      ...size,
      share,
      // Above the terms stands the word for today, where no mark can be.
      band: { from: 44, to },
      height: lastLane + (share === null ? 56 : 136),
    };
  }
  const months = monthsBetween(picture.from, picture.until).length;
  const length = Math.min(Math.max(months * 58, picture.points.length * 15, 320), 2400);
  const lastLane = 76 + gaps * 58;
  const share = hasShare ? { from: lastLane + 40, size: 34 } : null;
  const size = {
    ahead: 66,
    length,
    aside: 76,
    lane: 58,
    turn: 112,
    lastLane,
    width: 360,
    height: length + 122,
  };
  return { ...marks, ...size, share, band: { from: 50, to: 356 } };
}
