import type { RosterOrganisation, RosterTerm, RosterUnit } from '../read/roster.ts';
import { changedFields, isOnlyFrom, matchKeys, sortedBy } from './compare.ts';
import type { Existing } from './existing.ts';
import type { Change, Ending, FieldValue, Part } from './plan.ts';

type Thing = RosterOrganisation | RosterTerm | RosterUnit;
type Ours = Existing & { readonly name: string };

interface ThingPlan<Item extends Thing, Field extends string> {
  readonly items: readonly Item[];
  readonly existing: readonly (Ours & { readonly [F in Field]?: FieldValue })[];
  readonly fields: readonly Field[];
  readonly source: string;
  /** The files hold everything of this sort, and absence is to end it. */
  readonly endAbsent: boolean;
  readonly said?: Readonly<Record<string, string>>;
}

/** Compares organisations, terms or units with what we have. */
export function planThings<Item extends Thing & { readonly [F in Field]?: FieldValue }, Field extends string>(
  plan: ThingPlan<Item, Field>,
): Part<Item, Ending> {
  const { items, existing, fields, source } = plan;
  const { found, linked, ids } = matchKeys(
    items.map((item) => item.key),
    existing,
    source,
    plan.said,
  );
  const added: Item[] = [];
  const changed: Change<Item>[] = [];
  const ended: Ending[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const item of items) {
    const ours = found.get(item.key);
    if (ours === undefined) {
      if (!item.ended) added.push(item);
      continue;
    }
    if (seen.has(ours.id)) {
      unchanged += 1;
      continue;
    }
    seen.add(ours.id);
    if (item.ended) {
      if (ours.ended) unchanged += 1;
      else ended.push({ id: ours.id, name: ours.name, reason: 'said-to-have-ended' });
      continue;
    }
    // A name that a person gave by hand to something they linked themselves stays as it is.
    const isLinked = linked.some((link) => link.id === ours.id);
    const changes = isLinked ? [] : changedFields<Field>(ours, item, fields);
    if (ours.ended) changes.push({ field: 'ended', before: true, after: false });
    if (changes.length > 0) changed.push({ id: ours.id, item, fields: changes });
    else if (!isLinked) unchanged += 1;
  }
  if (plan.endAbsent) {
    for (const ours of existing) {
      if (ours.ended || seen.has(ours.id) || !isOnlyFrom(ours, source)) continue;
      ended.push({ id: ours.id, name: ours.name, reason: 'absent' });
    }
  }
  return {
    added: sortedBy(added, (item) => `${item.name}\0${item.key}`),
    changed: sortedBy(changed, (change) => `${change.item.name}\0${change.item.key}`),
    ended: sortedBy(ended, (ending) => `${ending.name}\0${ending.id}`),
    linked,
    unchanged,
    ids,
  };
}
