import { minutesOf, type Slot } from './rotas.ts';

/** Somebody who could stand there, with the minutes of duty they have this term and how much of a week they work. */
export interface Candidate {
  personId: string;
  name: string;
  minutes: number;
  /** 1 for a full week. */
  share: number;
}

/** Somebody suggested for a place. */
export interface Suggested {
  slot: Slot;
  personId: string;
  name: string;
}

const overlap = (a: Slot, b: Slot): boolean =>
  (a.on === null ? a.weekday === b.weekday : a.on === b.on) &&
  (a.letter === null || b.letter === null || a.letter === b.letter) &&
  a.from < b.until &&
  b.from < a.until;

/**
 * Somebody for each place that is open, so that minutes of duty, for the share of a week that each works, come out as even
 * as they can: hardest places first, each to whoever has had least; of two alike the first by name. Nobody is suggested
 * whom `cannot` names, for two places at once, or for a place they have. What finds nobody stays open.
 *
 * @param open how many are missing for each slot, by its id
 * @param stand who stands where already
 * @param weeks how many more weeks a weekly place is counted for
 */
export function suggest(
  slots: readonly Slot[],
  open: ReadonlyMap<string, number>,
  candidates: readonly Candidate[],
  {
    cannot,
    stand,
    weeks,
  }: {
    cannot: (personId: string, slot: Slot) => boolean;
    stand: readonly { slotId: string; personId: string }[];
    weeks: number;
  },
): Suggested[] {
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const held = new Map<string, Slot[]>();
  for (const { slotId, personId } of stand) {
    const slot = slotOf.get(slotId);
    if (slot) held.set(personId, [...(held.get(personId) ?? []), slot]);
  }
  const minutes = new Map(candidates.map((each) => [each.personId, each.minutes]));
  const fits = (slot: Slot) =>
    candidates.filter(
      ({ personId }) =>
        !cannot(personId, slot) && !(held.get(personId) ?? []).some((other) => overlap(other, slot)),
    );
  const places = slots
    .map((slot) => ({ slot, choice: fits(slot).length }))
    .toSorted((a, b) => a.choice - b.choice)
    .flatMap(({ slot }) => Array.from({ length: open.get(slot.id) ?? 0 }, () => slot));
  const found: Suggested[] = [];
  for (const slot of places) {
    const least = (each: Candidate) => minutes.get(each.personId)! / Math.max(each.share, 0.1);
    const [first, ...others] = fits(slot);
    if (first === undefined) continue;
    const chosen = others.reduce((best, each) => (least(each) < least(best) ? each : best), first);
    const times = slot.on === null ? weeks / (slot.letter === null ? 1 : 2) : 1;
    minutes.set(chosen.personId, minutes.get(chosen.personId)! + minutesOf(slot) * times);
    held.set(chosen.personId, [...(held.get(chosen.personId) ?? []), slot]);
    found.push({ slot, personId: chosen.personId, name: chosen.name });
  }
  const order = new Map(slots.map(({ id }, n) => [id, n]));
  return found.toSorted((a, b) => order.get(a.slot.id)! - order.get(b.slot.id)!);
}
