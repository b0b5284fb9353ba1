import { formatDate } from '#platform/i18n/i18n.ts';

/** Days in words, each worked out once: a map names the same ones hundreds of times. */
export function dayWords(style?: 'short'): (day: string) => string {
  const known = new Map<string, string>();
  return (day) => {
    let words = known.get(day);
    if (words === undefined) known.set(day, (words = formatDate(day, style)));
    return words;
  };
}
