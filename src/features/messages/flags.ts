import { comparable } from '#platform/i18n/comparable.ts';

/**
 * Whether the words that a school chose stand in a text. Whole words only, so that nobody is stopped for the middle of
 * a harmless one; without case, accents and marks, in any language.
 */

/** Characters that are not seen, by which a word can be torn apart: soft hyphens, joiners, marks of direction. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Scripts that put no space between words: there a word is found wherever it stands. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const folded = (text: string): string => comparable(text.replace(unseen, ''));

/** The words of a school's list that stand in the text, as the school wrote them, each once. */
export function flaggedWords(text: string, words: readonly string[]): string[] {
  const whole = ` ${folded(text)} `;
  return words.filter((word) => {
    const sought = folded(word);
    if (sought === '') return false;
    return unspaced.test(sought) ? whole.includes(sought) : whole.includes(` ${sought} `);
  });
}

/** A list as somebody types it, one word or phrase a line: without empty lines and without what is there twice. */
export const wordsOf = (typed: string): string[] => [
  ...new Map(
    typed
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => folded(line) !== '')
      .map((line) => [folded(line), line]),
  ).values(),
];
