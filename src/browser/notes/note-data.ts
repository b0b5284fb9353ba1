/** A note as the page's script holds it. Moments are milliseconds from the beginning of the recording. */
export interface TimedNote {
  id: string;
  from: number;
  /** Null where it is about a moment. */
  to: number | null;
  judges: boolean;
  person: string;
  text: string;
  tags: string[];
  shared: boolean;
  version: number;
  answers: number;
  /** How it stands on its way to the server; undefined once it has arrived. */
  state?: 'waiting' | 'offline' | 'signed-out' | 'refused';
  /** What is looked through for words; made when somebody first looks. */
  folded?: string;
}

export interface Tag {
  value: string;
  title: string;
  key: string;
  spans: boolean;
  set: string;
}

/** What `/recordings/:recording/notes.json` holds, unpacked. */
export interface NoteData {
  notes: TimedNote[];
  people: Map<string, string>;
  /** Those that are offered, in the order of their sets. */
  tags: Tag[];
  titles: Map<string, string>;
  duration: number;
  debrief: boolean;
  ready: boolean;
  /** The loudest of each part, 0 to 100. */
  peaks: readonly number[];
}

/** The fifth is a place in the list of people. */
type Packed = [string, number, number | null, 0 | 1, number, string, string[], 0 | 1, number, number];
interface Sent {
  notes: Packed[];
  people: [string, string][];
  tags: [string, string, string, 0 | 1, string][];
  titles: Record<string, string>;
  duration: number | null;
  debrief: 0 | 1;
  ready: 0 | 1;
  peaks: number[] | null;
}

let known = '';

/**
 * All notes that the reader sees, or null where nothing has changed since the last time.
 * Throws where nothing could be fetched.
 */
export async function fetchNotes(address: string): Promise<NoteData | null> {
  const headers: HeadersInit = known === '' ? {} : { 'if-none-match': known };
  const response = await fetch(address, { headers, cache: 'no-store' });
  if (response.status === 304) return null;
  if (!response.ok) throw new Error(`${response.status}`);
  known = response.headers.get('etag') ?? '';
  return unpack((await response.json()) as Sent);
}

function unpack(sent: Sent): NoteData {
  const tags = sent.tags.map(([value, title, key, spans, set]) => ({
    value,
    title,
    key,
    spans: spans === 1,
    set,
  }));
  return {
    notes: sent.notes.map(([id, from, to, judges, person, text, its, shared, version, answers]) => ({
      id,
      from,
      to,
      judges: judges === 1,
      person: sent.people[person]![0],
      text,
      tags: its,
      shared: shared === 1,
      version,
      answers,
    })),
    people: new Map(sent.people),
    tags,
    titles: new Map([
      ...Object.entries(sent.titles),
      ...tags.map(({ value, title }): [string, string] => [value, title]),
    ]),
    duration: sent.duration ?? 0,
    debrief: sent.debrief === 1,
    ready: sent.ready === 1,
    peaks: sent.peaks ?? [],
  };
}

/** What a tag is called; one of a set that is not known here by its own id. */
export const titleOf = ({ titles }: Pick<NoteData, 'titles'>, tag: string): string =>
  titles.get(tag) ?? tag.slice(tag.indexOf('/') + 1);

/** Puts a note where its time is. */
export function place(notes: TimedNote[], note: TimedNote): void {
  notes.splice(
    firstAfter(notes, note.from, ({ from }) => from),
    0,
    note,
  );
}

/** The place of the first whose moment is later than `moment`: their moments rise. */
export function firstAfter<Item>(items: readonly Item[], moment: number, of: (item: Item) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(items[middle]!) > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the note before or after: from the one that is played, where the player still stands at it. */
export function placeOfNext(
  notes: readonly TimedNote[],
  direction: 'before' | 'after',
  { current, now }: { current: string | null; now: number },
): number {
  const at = notes.findIndex(({ id }) => id === current);
  if (at >= 0 && notes[at]!.from === now) return at + (direction === 'after' ? 1 : -1);
  return firstAfter(notes, now, ({ from }) => from) - (direction === 'after' ? 0 : 1);
}
