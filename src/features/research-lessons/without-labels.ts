/** A label of one letter names nobody, and would be found in every other word. */
const shortest = 2;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A text without the labels of pupils: each stands as what `nameOf` gives for its place in the list. Whole words
 * only, in capitals or not, the longest label first, so that “Gwen M” is not taken for “Gwen”.
 */
export function withoutLabels(
  text: string,
  labels: readonly string[],
  nameOf: (place: number) => string,
): string {
  const long = labels.filter((label) => label.length >= shortest).toSorted((a, b) => b.length - a.length);
  if (long.length === 0) return text;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${long.map(literally).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(any, (found) =>
    nameOf(labels.findIndex((label) => label.toLowerCase() === found.toLowerCase())),
  );
}
