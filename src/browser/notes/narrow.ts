import type { TimedNote } from './note-data.ts';

/** What the list is narrowed to; '' narrows nothing. */
export interface Narrow {
  words: string;
  person: string;
  tag: string;
  sort: '' | 'describe' | 'judge';
}

export const nothingNarrowed: Narrow = { words: '', person: '', tag: '', sort: '' };

/** Small letters without their accents, so that 'élève' is found by 'eleve'. */
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Those that fit, in their order. Every word must be there, in any order, in what was written or in a tag. */
export function narrowed(
  notes: readonly TimedNote[],
  by: Narrow,
  titles: ReadonlyMap<string, string>,
): TimedNote[] {
  const wanted = fold(by.words).split(/\s+/).filter(Boolean);
  return notes.filter(
    (note) =>
      (by.person === '' || note.person === by.person) &&
      (by.tag === '' || note.tags.includes(by.tag)) &&
      (by.sort === '' || note.judges === (by.sort === 'judge')) &&
      (wanted.length === 0 || hasAll(note, wanted, titles)),
  );
}

function hasAll(note: TimedNote, wanted: readonly string[], titles: ReadonlyMap<string, string>): boolean {
  note.folded ??= fold([note.text, ...note.tags.map((tag) => titles.get(tag) ?? tag)].join(' '));
  const { folded } = note;
  return wanted.every((word) => folded.includes(word));
}
