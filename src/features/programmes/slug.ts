import { slug } from '#ui/attributes.ts';

/** Words that stand in addresses beside programmes and groups and so can name none. */
const taken = ['new', 'steps', 'open', 'hours', 'year', 'school'];

/**
 * The word for a programme's address, made of its title: "Reading together" → reading-together, or
 * reading-together-2 when another has that. Accents are dropped; a title without Latin letters or
 * digits becomes "programme".
 *
 * @param others the words in use that begin alike
 */
export function slugFor(title: string, others: readonly string[]): string {
  const base = slugBase(title);
  const used = new Set([...others, ...taken]);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** The word before any number is added: at most sixty characters. */
export const slugBase = (title: string): string =>
  slug(title.normalize('NFKD').replace(/\p{M}/gu, '')).slice(0, 60).replace(/-+$/, '') || 'programme';
