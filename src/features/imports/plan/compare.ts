import type { Existing } from './existing.ts';
import type { Change, FieldChange, FieldValue, Link } from './plan.ts';

/**
 * The fields in which what comes differs from what we have. A field that comes blank says nothing and changes
 * nothing. Lists are compared as sets.
 */
export function changedFields<Field extends string>(
  before: { readonly [F in Field]?: FieldValue },
  after: { readonly [F in Field]?: FieldValue },
  fields: readonly Field[],
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const next = after[field];
    const now = before[field];
    if (next === undefined || next === '' || same(now, next)) continue;
    if (Array.isArray(next) && next.length === 0) continue;
    changes.push({ field, before: now, after: next });
  }
  return changes;
}

function same(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((value) => set.has(value));
}

/**
 * Which of ours each roster key means: the one that carries the key, or the one a person named. `ids` also has
 * the keys of this source that the roster does not hold, to which a bundle of changes may refer.
 */
export function matchKeys<Ours extends Existing>(
  keys: Iterable<string>,
  ours: readonly Ours[],
  source: string,
  said: Readonly<Record<string, string>> = {},
): { found: Map<string, Ours>; linked: Link[]; ids: Map<string, string> } {
  const byKey = new Map<string, Ours>();
  const byId = new Map<string, Ours>();
  for (const each of ours) {
    byId.set(each.id, each);
    for (const sourceKey of each.sourceKeys) if (sourceKey.source === source) byKey.set(sourceKey.key, each);
  }
  const found = new Map<string, Ours>();
  const linked: Link[] = [];
  for (const key of keys) {
    const known = byKey.get(key);
    const named = said[key] === undefined ? undefined : byId.get(said[key]);
    const match = known ?? named;
    if (match === undefined) continue;
    found.set(key, match);
    if (known === undefined) linked.push({ key, id: match.id });
  }
  const ids = new Map<string, string>();
  for (const [key, each] of byKey) ids.set(key, each.id);
  for (const { key, id } of linked) ids.set(key, id);
  return { found, linked, ids };
}

/** Made by this source and by no other, so this source may end it. */
export function isOnlyFrom(ours: Existing, source: string): boolean {
  return ours.sourceKeys.length > 0 && ours.sourceKeys.every((each) => each.source === source);
}

/** Our ids of those that have ended once the plan is carried out. */
export function endedAfter(
  ours: readonly Existing[],
  plan: { readonly ended: readonly { id: string }[]; readonly changed: readonly Change<unknown>[] },
): Set<string> {
  const gone = new Set(plan.ended.map(({ id }) => id));
  for (const { id, ended } of ours) if (ended) gone.add(id);
  for (const { id, fields } of plan.changed)
    if (fields.some(({ field }) => field === 'ended')) gone.delete(id);
  return gone;
}

/** Those that have not ended before those that have, so that the current one of two is found first. */
export function currentFirst<T extends { readonly ended: boolean }>(items: readonly T[]): T[] {
  return [...items.filter(({ ended }) => !ended), ...items.filter(({ ended }) => ended)];
}

/** Sorted by a text that each item gives once, by code unit: the same on every machine, whatever its language. */
export function sortedBy<T>(items: readonly T[], text: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, text: text(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ item }) => item);
}
