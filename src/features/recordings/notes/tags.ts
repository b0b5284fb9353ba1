import { type Tag, tagSetOf, tagSets } from '#features/evidence/index.ts';

/** A set of tags that the school's own staff made. */
export interface OwnTagSet {
  id: string;
  title: string;
  plain: string;
  tags: Tag[];
  maker: string;
  version: number;
  endedAt: Date | null;
}

/** A tag as it can be chosen for a note. */
export interface UsedTag {
  /** 'set/tag', as a note keeps it. */
  value: string;
  title: string;
  plain: string;
  /** The key that sets it, as long as the player listens. */
  key: string;
  /** It marks a stretch: the key begins it and ends it. */
  spans: boolean;
  side: string | null;
  /** The title of its set. */
  set: string;
}

/** What the player itself is told by a letter (src/browser/notes/keys.ts): no tag can have these. */
export const takenKeys: ReadonlySet<string> = new Set(['j', 'k', 'l', 'n', 'r']);
const spareKeys = [...'1234567890qwertyuiopasdfghzxcvbm'].filter((key) => !takenKeys.has(key));

interface AnySet {
  id: string;
  title: string;
  plain: string;
  tags: readonly Tag[];
}

/** A set by its id: of ours, or of the school's own. */
export const setOf = (id: string, own: readonly OwnTagSet[]): AnySet | undefined =>
  tagSetOf(id) ?? own.find((set) => set.id === id);

/** All sets that can be chosen, ours first. */
export const allSets = (own: readonly OwnTagSet[]): AnySet[] => [
  ...tagSets(),
  ...own.filter(({ endedAt }) => endedAt === null),
];

/** The tags of the chosen sets. Where two would have one key, the later gets the next that is free. */
export function usedTags(chosen: readonly string[], own: readonly OwnTagSet[]): UsedTag[] {
  const taken = new Set(takenKeys);
  const all = chosen.flatMap((id) => {
    const set = setOf(id, own);
    return set ? set.tags.map((tag) => ({ set, tag })) : [];
  });
  return all.map(({ set, tag }) => {
    const key = taken.has(tag.key) ? (spareKeys.find((spare) => !taken.has(spare)) ?? '') : tag.key;
    taken.add(key);
    return {
      value: `${set.id}/${tag.id}`,
      title: tag.title,
      plain: tag.plain,
      key,
      spans: tag.spans,
      side: tag.side ?? null,
      set: set.title,
    };
  });
}

/** What each tag of every set is called: notes keep those of sets that are not chosen any more. */
export const tagTitles = (own: readonly OwnTagSet[]): ReadonlyMap<string, string> =>
  new Map(
    [...tagSets(), ...own].flatMap((set) =>
      set.tags.map((tag): [string, string] => [`${set.id}/${tag.id}`, tag.title]),
    ),
  );

/** What a tag of a note is called, by `tagTitles`; one of a set that is not known here by its own id. */
export const titleIn = (titles: ReadonlyMap<string, string>, value: string): string =>
  titles.get(value) ?? value.slice(value.indexOf('/') + 1);
