/** The curve of a turn: a cubic that leaves one lane level and arrives in the next one level. */
export type Position = readonly [along: number, across: number];
/** A straight line (two positions) or a cubic curve (four). */
export type Piece = readonly Position[];

/** The turn is a cubic with level ends; finds its parameter where it has come the share `u` of the way. */
export function curveParameter(u: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 24; step++) {
    const s = (low + high) / 2;
    if (1.5 * s - 1.5 * s * s + s * s * s < u) low = s;
    else high = s;
  }
  return (low + high) / 2;
}

/** De Casteljau: the two halves of a cubic at parameter s. */
export function split(curve: Piece, s: number): [Piece, Piece] {
  const [a, b, c, d] = curve as [Position, Position, Position, Position];
  const mix = (p: Position, q: Position): Position => [p[0] + (q[0] - p[0]) * s, p[1] + (q[1] - p[1]) * s];
  const [ab, bc, cd] = [mix(a, b), mix(b, c), mix(c, d)];
  const [abc, bcd] = [mix(ab, bc), mix(bc, cd)];
  const middle = mix(abc, bcd);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}
