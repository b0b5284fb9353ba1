/** What somebody wants done to a film before it is sent. Nothing in here touches a film. */

/** In shares of the picture's width and height, from its upper left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an area stands at a moment, in seconds of the film. */
export interface Position extends Place {
  at: number;
}

/** In seconds of the film. */
export interface Span {
  from: number;
  until: number;
}

export type Shape = 'ellipse' | 'rectangle';
export type Hiding = 'blur' | 'cover';

/** A region that hides what is under it, and moves in a straight line from each of its positions to the next. */
export interface Area extends Span {
  id: number;
  shape: Shape;
  hiding: Hiding;
  /** In order of time, one at the least. */
  positions: readonly Position[];
}

export interface Silence extends Span {
  id: number;
}

export type Picture = 'shown' | 'blurred' | 'dropped';

export interface Edits {
  /** The part that is kept. */
  part: Span;
  /** Quarter turns, clockwise. */
  turns: number;
  picture: Picture;
  areas: readonly Area[];
  silences: readonly Silence[];
}

/** What was done to a film, as the school is told. */
export interface Prepared {
  trimmed: boolean;
  blurred: boolean;
  muted: boolean;
  rotated: boolean;
  soundOnly: boolean;
}

/** Two positions nearer than this, in seconds, are the same moment to a hand. */
const sameMoment = 0.05;
const smallest = 0.03;

export const untouched = (duration: number): Edits => ({
  part: { from: 0, until: duration },
  turns: 0,
  picture: 'shown',
  areas: [],
  silences: [],
});

export const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

/** Only what falls into the part that is kept counts as done. */
export function preparedBy(edits: Edits, duration: number): Prepared {
  const soundOnly = edits.picture === 'dropped';
  return {
    trimmed: edits.part.from > 0 || edits.part.until < duration,
    blurred:
      !soundOnly && (edits.picture === 'blurred' || edits.areas.some((area) => overlap(area, edits.part))),
    muted: edits.silences.some((silence) => overlap(silence, edits.part)),
    rotated: !soundOnly && edits.turns !== 0,
    soundOnly,
  };
}

/** Whether somebody saw to it that faces are hidden. That nobody was forgotten only a person can say. */
export const hides = ({ blurred, soundOnly }: Prepared): boolean => blurred || soundOnly;

/** Where an area stands at a moment. */
export function placeAt({ positions }: Area, at: number): Place {
  const next = positions.findIndex((position) => position.at > at);
  const before = positions[next < 0 ? positions.length - 1 : next - 1];
  const after = positions[next];
  if (!before || !after) return (before ?? after)!;
  const share = (at - before.at) / (after.at - before.at);
  const mix = (one: number, other: number): number => one + (other - one) * share;
  return {
    x: mix(before.x, after.x),
    y: mix(before.y, after.y),
    width: mix(before.width, after.width),
    height: mix(before.height, after.height),
  };
}

/** The area, standing there at that moment; where it stands at other moments it had been given stays. */
export function placed(area: Area, at: number, place: Place): Area {
  const others = area.positions.filter((position) => Math.abs(position.at - at) > sameMoment);
  const positions = [...others, { at, ...within(place) }].toSorted((one, other) => one.at - other.at);
  return { ...area, positions };
}

/** Neither smaller than can be seen nor outside the picture. */
export function within({ x, y, width, height }: Place): Place {
  const [w, h] = [between(smallest, width, 1), between(smallest, height, 1)];
  return { x: between(0, x, 1 - w), y: between(0, y, 1 - h), width: w, height: h };
}

/** The same with the picture turned by a quarter, clockwise; what was hidden stays hidden. */
export const turned = (edits: Edits): Edits => ({
  ...edits,
  turns: (edits.turns + 1) % 4,
  areas: edits.areas.map((area) => ({
    ...area,
    positions: area.positions.map(({ at, x, y, width, height }) => ({
      at,
      x: 1 - y - height,
      y: x,
      width: height,
      height: width,
    })),
  })),
});

export const nextId = (all: readonly { id: number }[]): number => Math.max(0, ...all.map(({ id }) => id)) + 1;
