import { protectCounts } from '#platform/access/small-numbers.ts';
import type { Sum } from './patterns.queries.ts';

export interface ProtectedSum {
  key: string;
  /** null where so few are counted that one could tell who. */
  well: number | null;
  wrong: number | null;
  /** How many things went well for each that went wrong, where both can be said. */
  ratio: number | null;
}

/** Each column protected by itself, as a row of cells that make up a total. */
export function protectedSums(sums: readonly Sum[]): ProtectedSum[] {
  const column = (name: 'well' | 'wrong') =>
    new Map(
      protectCounts(sums.map((sum) => ({ key: sum.key, count: sum[name] }))).map(({ key, count }) => [
        key,
        count,
      ]),
    );
  const [well, wrong] = [column('well'), column('wrong')];
  return sums.map(({ key }) => {
    const [good, bad] = [well.get(key) ?? null, wrong.get(key) ?? null];
    return { key, well: good, wrong: bad, ratio: good === null || !bad ? null : good / bad };
  });
}
