/** How hard a text is to read, from the length of its sentences and words. */
export interface Reading {
  words: number;
  sentences: number;
  /** Years of age at which an English reader usually can, from 5 to 18; null for a short text, or in another language. */
  age: number | null;
}

/** Fewer words say nothing about a text. */
const fewestWords = 60;

/**
 * Counts words and sentences and, for English, estimates the age by the formula of Flesch and Kincaid (1975), whose
 * grades are school years of the United States: five is added. It counts letters and knows nothing of what is said.
 */
export function readingOf(text: string, language: string): Reading {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const sentences = Math.max(
    1,
    text.split(/[.!?…]+(?=\s|$)|\n+/).filter((each) => /\p{L}/u.test(each)).length,
  );
  if (words.length < fewestWords || !/^en\b/.test(language))
    return { words: words.length, sentences, age: null };
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return { words: words.length, sentences, age: Math.min(18, Math.max(5, Math.round(grade + 5))) };
}

/** Groups of vowels that are heard, by spelling; right for about nine words in ten. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const heard = plain.replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
