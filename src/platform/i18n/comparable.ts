/** Letters that no decomposition turns into their plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Text with nothing to take away, which most names are, is not taken apart. */
const plainText = /^ ?[A-Za-z]+(?: [A-Za-z]+)* ?$/;

/**
 * Text for comparing, sorting and searching: without accents, case and marks, so that
 * `O’Brien-Núñez` is `o brien nunez`. Letters of other scripts stay as they are. What is left
 * holds letters, digits and single spaces only, so it may stand in a `like` pattern.
 */
export function comparable(...parts: readonly string[]): string {
  const text = parts.join(' ');
  if (plainText.test(text)) return text.trim().toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter]!)
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
