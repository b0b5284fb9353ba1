import type { Doing } from './practice.ts';

/** What was tried with one routine kept the same, one thing varied from time to time. */
export interface Series {
  /** The routine, in the words used first. */
  kept: string;
  doings: Doing[];
}

/** Written with other spaces, capitals or a full stop it is the same routine. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.;,!]+$/, '')
    .trim();

/** The small experiments among what was tried: those that keep the same routine belong together, the earliest first. */
export function seriesOf(doings: readonly Doing[]): Series[] {
  const kept = doings.filter(({ heldConstant, changed }) => heldConstant !== '' && changed !== '');
  return [...Map.groupBy(kept, ({ heldConstant }) => folded(heldConstant)).values()].map((same) => ({
    kept: same[0]!.heldConstant,
    doings: same,
  }));
}
