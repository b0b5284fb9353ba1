import type { Existing } from './existing.ts';
import type { FieldChange, FieldValue, Link } from './plan.ts';

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

/** Which of ours each roster key means: the one that carries the key, or the one a person named. */
export function matchKeys<Ours extends Existing>(
  keys: Iterable<string>,
  ours: readonly Ours[],
  source: string,
  said: Readonly<Record<string, string>> = {},
): { found: Map<string, Ours>; linked: Link[] } {
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
  return { found, linked };
}

/** Made by this source and by no other, so this source may end it. */
export function isOnlyFrom(ours: Existing, source: string): boolean {
  return ours.sourceKeys.length > 0 && ours.sourceKeys.every((each) => each.source === source);
}

/** Order by code unit: the same on every machine, whatever its language. */
export function byText<T>(text: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const one = text(a);
    const other = text(b);
    return one < other ? -1 : one > other ? 1 : 0;
  };
}
