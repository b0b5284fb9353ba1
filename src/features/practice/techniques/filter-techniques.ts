import type { Technique } from './technique.ts';

/** What stands in the address; '' where nothing was asked. */
export interface TechniqueFilter {
  words: string;
  phase: string;
  subject: string;
}

const short = (text: string | undefined): string => (text ?? '').trim().slice(0, 100);

export const filterIn = (query: Readonly<Record<string, string | undefined>>): TechniqueFilter => ({
  words: short(query.words),
  phase: short(query.phase),
  subject: short(query.subject),
});

/** Those that fit: every word somewhere in its title or account, and for that phase and subject or for any. */
export function fitting(all: readonly Technique[], { words, phase, subject }: TechniqueFilter): Technique[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return all.filter(({ title, plain, phases, subjects }) => {
    const said = folded(`${title} ${plain}`);
    return wanted.every((word) => said.includes(word)) && isFor(phases, phase) && isFor(subjects, subject);
  });
}

/** What names none is for all of them, and so is what says so. */
const isFor = (named: readonly string[], asked: string): boolean =>
  asked === '' ||
  named.length === 0 ||
  named.some((each) => folded(each) === folded(asked) || /^(all|any)\b/.test(folded(each)));

/** The phases or subjects that some technique names, each once, in order. */
export const namedBy = (all: readonly Technique[], which: 'phases' | 'subjects'): string[] =>
  [...new Map(all.flatMap((technique) => technique[which]).map((name) => [folded(name), name])).values()]
    .filter((name) => !/^(all|any)\b/.test(folded(name)))
    .toSorted((a, b) => a.localeCompare(b));

/** Without accents and capitals, so that "enquete" finds "Enquête". */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
