/** Chance that comes out the same each time, so that a failure can be looked at again (mulberry32). */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number below n. */
  below(n: number): number;
  maybe(chance?: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of them, in their order; each with the chance given. */
  some<T>(from: readonly T[], chance?: number): T[];
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    maybe: (chance = 0.5) => next() < chance,
    pick: (from) => from[below(from.length)]!,
    some: (from, chance = 0.5) => from.filter(() => next() < chance),
  };
}
