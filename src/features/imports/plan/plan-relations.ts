import type { PersonKind, Roster, RosterRelation } from '../read/roster.ts';
import { byText } from './compare.ts';
import type { ExistingRoster } from './existing.ts';
import type { ImportPlan, PeoplePart } from './plan.ts';

/**
 * Compares who is family of whom. Both must be people we have or would add, a pupil and a grown-up of the
 * family; anything else is passed over, since a relation lets an adult see a child's record.
 */
export function planRelations(
  roster: Roster,
  existing: ExistingRoster,
  people: PeoplePart,
  endAbsent: boolean,
): ImportPlan['relations'] {
  const parties = partiesByKey(roster, existing, people);
  const known = new Map(existing.relations.map((each) => [`${each.adultId} ${each.pupilId}`, each]));
  const gone = new Set(people.ended.map((ending) => ending.id));
  const added: RosterRelation[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const relation of roster.relations) {
    const adult = parties.get(relation.adultKey);
    const pupil = parties.get(relation.pupilKey);
    if (adult === undefined || pupil === undefined || !adult.isFamily || pupil.kind !== 'pupil') continue;
    const ours = adult.id && pupil.id ? known.get(`${adult.id} ${pupil.id}`) : undefined;
    if (ours === undefined || ours.ended) added.push(relation);
    else {
      seen.add(ours.id);
      unchanged += 1;
    }
  }
  const ended: ImportPlan['relations']['ended'][number][] = [];
  for (const ours of existing.relations) {
    if (ours.ended) continue;
    if (gone.has(ours.adultId) || gone.has(ours.pupilId)) ended.push({ id: ours.id, reason: 'person-left' });
    else if (endAbsent && !seen.has(ours.id) && ours.source === roster.sourceName) {
      ended.push({ id: ours.id, reason: 'absent' });
    }
  }
  return {
    added: added.toSorted(byText((each) => `${each.pupilKey}\0${each.adultKey}`)),
    ended: ended.toSorted(byText((each) => each.id)),
    unchanged,
  };
}

interface Party {
  readonly id?: string;
  readonly kind: PersonKind;
  readonly isFamily: boolean;
}

/** Everyone a relation may name: who would be added, and whom we have and who stays. */
function partiesByKey(roster: Roster, existing: ExistingRoster, people: PeoplePart): Map<string, Party> {
  const parties = new Map<string, Party>();
  const isFamily = (person: { kind: PersonKind; roles: readonly string[] }): boolean =>
    person.kind === 'family' || (person.kind === 'staff' && person.roles.includes('parent'));
  const gone = new Set(people.ended.map((ending) => ending.id));
  for (const person of existing.people) {
    if (person.ended || gone.has(person.id)) continue;
    for (const { source, key } of person.sourceKeys) {
      if (source !== roster.sourceName) continue;
      parties.set(key, { id: person.id, kind: person.kind, isFamily: isFamily(person) });
    }
  }
  for (const person of people.added) parties.set(person.key, { kind: person.kind, isFamily: isFamily(person) });
  for (const { id, item } of people.changed) {
    parties.set(item.key, { id, kind: item.kind, isFamily: isFamily(item) });
  }
  for (const { key, id } of people.linked) {
    const person = existing.people.find((each) => each.id === id);
    if (person !== undefined) parties.set(key, { id, kind: person.kind, isFamily: isFamily(person) });
  }
  return parties;
}
