import type { PhrasingContent } from 'mdast';

/** Small letters that stand above or below the line have characters of their own: x², H₂O. */
const above = new Map(Array.from('0123456789+-=()ni', (letter, at) => [letter, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'[at]!]));
const below = new Map(Array.from('0123456789+-=()', (letter, at) => [letter, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[at]!]));

/** What there is no character for is said as people type it; a link of a note and the like stays as it is. */
export function scriptLetters(nodes: PhrasingContent[], where: 'above' | 'below'): PhrasingContent[] {
  const [only] = nodes;
  if (nodes.length !== 1 || only?.type !== 'text') return nodes;
  const letters = where === 'above' ? above : below;
  const small = Array.from(only.value.trim().replaceAll('−', '-'), (letter) => letters.get(letter));
  if (small.every((letter) => letter !== undefined)) return [{ type: 'text', value: small.join('') }];
  // Words such as “st” of “1st” are read as well without.
  if (/^(?:st|nd|rd|th|e|er|re|o|a|TM|SM|®)$/i.test(only.value.trim())) return nodes;
  return [{ type: 'text', value: `${where === 'above' ? '^' : '_'}(${only.value})` }];
}
