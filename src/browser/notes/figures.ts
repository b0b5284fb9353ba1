import type { TimedNote } from './note-data.ts';

/** How often a tag stands on these notes, and how much time its stretches cover. */
export interface Figure {
  tag: string;
  notes: number;
  coveredMs: number;
}

/**
 * Counts each tag, the most used first. Time that several stretches cover is counted once: the notes come in the order
 * of their beginnings, so it is enough to know how far the time before is covered.
 */
export function figuresOf(notes: readonly TimedNote[]): Figure[] {
  const found = new Map<string, Figure & { until: number }>();
  for (const { tags, from, to } of notes)
    for (const tag of tags) {
      let figure = found.get(tag);
      if (!figure) found.set(tag, (figure = { tag, notes: 0, coveredMs: 0, until: 0 }));
      figure.notes++;
      if (to === null) continue;
      figure.coveredMs += Math.max(0, to - Math.max(from, figure.until));
      figure.until = Math.max(figure.until, to);
    }
  return [...found.values()].sort((one, other) => other.notes - one.notes || (one.tag < other.tag ? -1 : 1));
}
