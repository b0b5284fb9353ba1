import { type NoteData, titleOf } from './note-data.ts';
import type { Lane } from './timeline.ts';

/** Nobody tells more lanes than this apart. */
const mostLanes = 16;

/** A lane for each tag that is offered, then for others that stand on a note, and one for notes without any of these. */
export function lanesOf(data: NoteData, untagged: string): Lane[] {
  const { tags, notes } = data;
  const offered = tags.map((tag): Lane => ({ tag, title: tag.title }));
  const known = new Set(tags.map(({ value }) => value));
  const others = new Set(notes.flatMap((note) => note.tags.filter((tag) => !known.has(tag))));
  const more = [...others].map((value): Lane => {
    const title = titleOf(data, value);
    return { tag: { value, title, key: '', spans: false, set: '' }, title };
  });
  const lanes = [...offered, ...more].slice(0, mostLanes);
  const drawn = new Set(lanes.map(({ tag }) => tag!.value));
  const isUntagged = notes.some((note) => !note.tags.some((tag) => drawn.has(tag)));
  return isUntagged || lanes.length === 0 ? [...lanes, { tag: undefined, title: untagged }] : lanes;
}

/** How many of the notes stand in each lane. */
export function countsOf({ notes }: Pick<NoteData, 'notes'>, lanes: readonly Lane[]): number[] {
  const places = new Map(lanes.map(({ tag }, index) => [tag?.value, index]));
  const counts = lanes.map(() => 0);
  const untagged = places.get(undefined);
  for (const { tags } of notes) {
    const its = tags.map((tag) => places.get(tag)).filter((place) => place !== undefined);
    for (const place of its) counts[place]!++;
    if (its.length === 0 && untagged !== undefined) counts[untagged]!++;
  }
  return counts;
}
