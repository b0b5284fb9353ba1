import { isId } from '#platform/db/ids.ts';
import { msOf } from '../recording.ts';

/** What narrows a list of notes, as the address says it: '' where it does not. */
export interface Narrow {
  words: string;
  person: string;
  tag: string;
  sort: string;
  from: string;
  until: string;
}

/** As places of the statement: undefined where it narrows nothing. */
export interface NarrowValues {
  words: string | undefined;
  person: string | undefined;
  tag: string | undefined;
  sort: string | undefined;
  fromMs: number | undefined;
  untilMs: number | undefined;
}

/** What the address asks for. What cannot be read narrows nothing. */
export function narrowOf(query: Readonly<Record<string, string>>): Narrow {
  const asked = (name: string): string => (query[name] ?? '').trim().slice(0, 200);
  const time = (name: string): string => (msOf(asked(name)) === null ? '' : asked(name));
  return {
    words: asked('words'),
    person: isId(asked('person')) ? asked('person') : '',
    tag: asked('tag'),
    sort: ['describe', 'judge'].includes(asked('sort')) ? asked('sort') : '',
    from: time('from'),
    until: time('until'),
  };
}

export const isNarrowed = (narrow: Narrow): boolean => Object.values(narrow).some((value) => value !== '');

export const narrowValues = (narrow: Narrow): NarrowValues => ({
  words: narrow.words === '' ? undefined : `%${narrow.words.replace(/[\\%_]/g, '\\$&')}%`,
  person: narrow.person || undefined,
  tag: narrow.tag || undefined,
  sort: narrow.sort || undefined,
  fromMs: narrow.from === '' ? undefined : msOf(narrow.from)!,
  untilMs: narrow.until === '' ? undefined : msOf(narrow.until)!,
});
