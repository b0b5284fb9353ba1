import {
  catalogue,
  evaluateDesign,
  type Finding,
  type IngredientReading,
  inOrderOfBearing,
  readIngredients,
} from '#features/evidence/index.ts';
import type { Design } from './design.ts';
import { designFacts } from './facts.ts';

export interface DesignReading {
  /** The seven links and the length, each with how far the design has it. */
  ingredients: readonly IngredientReading[];
  /** What is worth keeping, in the catalogue's order. */
  inPlace: readonly Finding[];
  /** What is missing or may get in the way: first what bears on the links, last what bears on conditions. */
  toLookAt: readonly Finding[];
}

/** Reads a design with the catalogue's checks: advice with its sources, and no score. */
export function checkDesign(design: Design): DesignReading {
  const facts = designFacts(design);
  const all = catalogue();
  const findings = evaluateDesign(all.designChecks, facts);
  return {
    ingredients: readIngredients(all.links, facts),
    inPlace: findings.filter(({ group }) => group === 'keep'),
    toLookAt: inOrderOfBearing(findings),
  };
}
