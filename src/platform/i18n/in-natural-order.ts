const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By name as people number things: Room 2 before Room 10. For short lists, which come whole from the database. */
export const inNaturalOrder = <Named extends { name: string }>(all: readonly Named[]): Named[] =>
  all.toSorted((one, other) => collator.compare(one.name, other.name));
