import type { DesignFacts } from './condition.schema.ts';
import { DesignFacts as schema } from './condition.schema.ts';

/** A design of which nothing has been said yet. Spread it and state what the plan states. */
export const nothingStated: DesignFacts = schema.parse(
  Object.fromEntries(
    Object.keys(schema.shape).map((fact) => [fact, fact === 'removedIngredients' ? [] : null]),
  ),
);
