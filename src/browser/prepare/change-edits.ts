import {
  type Area,
  between,
  type Edits,
  nextId,
  type Place,
  type Silence,
  type Span,
  within,
} from './edits.ts';

/** Single changes to the edits; each gives the edits as they are after it. */

/** Of a silence that was begun and not yet ended, in seconds. */
const usualSilence = 3;
/** Nothing can be shorter, in seconds. */
const shortest = { part: 0.5, area: 0.1, silence: 0.1 };

export type HasSpan = keyof typeof shortest;

export function addArea(edits: Edits, place: Place, at: number, duration: number): [Edits, id: number] {
  const id = nextId(edits.areas);
  const area: Area = {
    id,
    // All through the film: whoever forgets to say from when to when hides too much, not too little.
    from: 0,
    until: duration,
    shape: 'ellipse',
    hiding: 'blur',
    positions: [{ at, ...within(place) }],
  };
  return [{ ...edits, areas: [...edits.areas, area], picture: 'shown' }, id];
}

export const changeArea = (edits: Edits, id: number, change: (area: Area) => Area): Edits => ({
  ...edits,
  areas: edits.areas.map((area) => (area.id === id ? change(area) : area)),
});

export const removeArea = (edits: Edits, gone: number): Edits => ({
  ...edits,
  areas: edits.areas.filter(({ id }) => id !== gone),
});

export const removePosition = (edits: Edits, id: number, index: number): Edits =>
  changeArea(edits, id, (area) => ({ ...area, positions: area.positions.toSpliced(index, 1) }));

export function addSilence(edits: Edits, at: number, duration: number): Edits {
  const from = between(0, at, duration - shortest.silence);
  const silence: Silence = {
    id: nextId(edits.silences),
    from,
    until: Math.min(from + usualSilence, duration),
  };
  return { ...edits, silences: [...edits.silences, silence] };
}

export const removeSilence = (edits: Edits, gone: number): Edits => ({
  ...edits,
  silences: edits.silences.filter(({ id }) => id !== gone),
});

/** Null where the end would not come after the start. */
export function changeSpan(
  edits: Edits,
  of: HasSpan,
  id: number,
  change: Partial<Span>,
  duration: number,
): Edits | null {
  const all: readonly (Span & { id: number })[] = of === 'area' ? edits.areas : edits.silences;
  const old = of === 'part' ? edits.part : all.find((each) => each.id === id);
  if (!old) return edits;
  const from = between(0, change.from ?? old.from, duration);
  const until = between(0, change.until ?? old.until, duration);
  // Times are shown in tenths, which binary numbers only come near.
  if (until - from < shortest[of] - 1e-6) return null;
  if (of === 'part') return { ...edits, part: { from, until } };
  if (of === 'area') return changeArea(edits, id, (area) => ({ ...area, from, until }));
  const silences = edits.silences.map((each) => (each.id === id ? { ...each, from, until } : each));
  return { ...edits, silences };
}
