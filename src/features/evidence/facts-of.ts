import type { Condition, FactName } from './catalogue/condition.schema.ts';

/** The facts that a condition reads, in the order in which it names them, each once. */
export function factsOf(condition: Condition): FactName[] {
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'none' in condition
          ? condition.none
          : undefined;
  if (parts) return [...new Set(parts.flatMap(factsOf))];
  return 'fact' in condition ? [condition.fact] : [];
}
