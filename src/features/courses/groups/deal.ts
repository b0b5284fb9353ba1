/** Deals people into groups, the smallest first, in an order that nobody can foresee. */
export function dealt(
  people: readonly string[],
  groups: readonly { id: string; size: number }[],
  random: (below: number) => number,
): Map<string, string> {
  const rest = [...people];
  const sizes = new Map(groups.map(({ id, size }) => [id, size]));
  const result = new Map<string, string>();
  while (rest.length > 0 && sizes.size > 0) {
    const [person] = rest.splice(random(rest.length), 1);
    const [smallest] = [...sizes].toSorted(([, a], [, b]) => a - b)[0]!;
    result.set(person!, smallest);
    sizes.set(smallest, sizes.get(smallest)! + 1);
  }
  return result;
}
