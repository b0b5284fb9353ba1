/** A name for comparing: without accents, case, and marks. */
export { comparable as comparableName } from '#platform/i18n/comparable.ts';

/** Words that belong to the family name that follows them. */
const particles = new Set(
  'van von der den de del della di da dos du la le el al bin bint ibn ap ab ferch verch mac st ter ten'.split(
    ' ',
  ),
);

interface SplitName {
  readonly givenName: string;
  readonly familyName: string;
  /** The name had no comma, so where it was split is a guess. */
  readonly guessed: boolean;
}

/**
 * One cell with a whole name: `Surname, Forename`, or else the last word with the particles before it as the
 * family name. A single word is kept as the given name.
 */
export function splitFullName(text: string): SplitName {
  const name = text.replace(/\s+/gu, ' ').trim();
  const comma = /^([^,،]*)[,،]\s*(.*)$/u.exec(name);
  if (comma !== null) {
    return { givenName: comma[2]!.trim(), familyName: comma[1]!.trim(), guessed: false };
  }
  const words = name.split(' ');
  if (words.length === 1) return { givenName: name, familyName: '', guessed: false };
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start -= 1;
  return {
    givenName: words.slice(0, start).join(' '),
    familyName: words.slice(start).join(' '),
    guessed: true,
  };
}
