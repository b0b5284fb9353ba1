import type { Comparison, Condition, DesignFacts } from './condition.schema.ts';
import { BearsOn } from './design-check.schema.ts';
import type { DesignCheck, FindingGroup, LinkSet, Presence } from './design-check.schema.ts';

/** What the design check says of one design: a check that spoke up, and what in the design it is about. */
export interface Finding {
  readonly id: string;
  readonly group: FindingGroup;
  readonly check: DesignCheck;
  /** Names from the design, such as the ingredients taken out; empty for most checks. */
  readonly about: readonly string[];
}

export type IngredientState = 'in-place' | 'partly' | 'missing';

/** How far a design has one of the seven links, or the length they took, in words. */
export interface IngredientReading {
  /** The id of the link; 'duration' for the length. */
  readonly id: string;
  readonly title: string;
  readonly state: IngredientState;
  readonly words: string;
}

const groups: readonly FindingGroup[] = ['missing', 'risk', 'keep'];

/**
 * The checks that speak up about a design: what is missing, what may get in the way, what to keep.
 * Inside a group the catalogue's own order stays. There is no score, no total and no severity: the sources
 * give no weights, and a count of features says nothing about effect.
 */
export function evaluateDesign(checks: readonly DesignCheck[], facts: DesignFacts): Finding[] {
  const speaking = checks.filter((check) => holds(check.when, facts));
  return groups.flatMap((group) =>
    speaking
      .filter((check) => check.group === group)
      .map((check) => ({ id: check.id, group, check, about: namesIn(check.when, facts) })),
  );
}

/** The seven links and the length, each with how far we found it in the design, as a sentence. */
export function readIngredients({ links, duration }: LinkSet, facts: DesignFacts): IngredientReading[] {
  return [...links, { ...duration, id: 'duration' }].map(({ id, title, present }) => ({
    id,
    title,
    ...readPresence(present, facts),
  }));
}

function readPresence(
  { when, has, partlyWhen, partly, lacks }: Presence,
  facts: DesignFacts,
): Pick<IngredientReading, 'state' | 'words'> {
  if (holds(when, facts)) return { state: 'in-place', words: has };
  if (holds(partlyWhen, facts)) return { state: 'partly', words: partly };
  return { state: 'missing', words: lacks };
}

/** Missing things and risks as one list: what bears on the seven links first, then on learning, then on conditions. */
export const inOrderOfBearing = (findings: readonly Finding[]): Finding[] =>
  BearsOn.options.flatMap((bearing) => findings.filter(({ check }) => check.bearsOn === bearing));

/** Whether a condition is so. A fact nobody has stated (`null`) makes no comparison of amounts true. */
export function holds(condition: Condition, facts: DesignFacts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('none' in condition) return !condition.none.some((part) => holds(part, facts));
  return compares(condition, facts);
}

function compares(comparison: Comparison, facts: DesignFacts): boolean {
  const fact = facts[comparison.fact];
  switch (comparison.is) {
    case 'true':
      return fact === true;
    case 'false':
      return fact === false;
    case 'not-true':
      return fact === false || fact === null;
    case 'unknown':
      return fact === null;
    case 'known':
      return fact !== null;
    case 'empty':
      return Array.isArray(fact) && fact.length === 0;
    case 'not-empty':
      return Array.isArray(fact) && fact.length > 0;
    case 'one-of':
      return typeof fact === 'string' && comparison.value.includes(fact);
    default: {
      const other = comparison.than === undefined ? comparison.value : facts[comparison.than];
      return typeof fact === 'number' && typeof other === 'number' && inOrder(fact, comparison.is, other);
    }
  }
}

function inOrder(left: number, is: '<' | '<=' | '>' | '>=' | '=', right: number): boolean {
  if (is === '<') return left < right;
  if (is === '<=') return left <= right;
  if (is === '>') return left > right;
  if (is === '>=') return left >= right;
  return left === right;
}

/** The names a condition was about: the content of every list it asked not to be empty. */
function namesIn(condition: Condition, facts: DesignFacts): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((part) => namesIn(part, facts));
  if ('any' in condition) return condition.any.flatMap((part) => namesIn(part, facts));
  if ('none' in condition) return [];
  const fact = facts[condition.fact];
  return condition.is === 'not-empty' && Array.isArray(fact) ? fact : [];
}
