import type { PersonKind, Roster, RosterRelation } from '../read/roster.ts';
import { endedAfter, currentFirst, sortedBy } from './compare.ts';
import type { ExistingRelation, ExistingRoster } from './existing.ts';
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
  const partyOf = partyFinder(existing, people);
  const known = new Map<string, ExistingRelation>();
  for (const each of currentFirst(existing.relations)) {
    const pair = `${each.adultId} ${each.pupilId}`;
    if (!known.has(pair)) known.set(pair, each);
  }
  const gone = endedAfter(existing.people, people);
  const added: RosterRelation[] = [];
  const seen = new Set<string>();
  const met = new Set<string>();
  let unchanged = 0;
  for (const relation of roster.relations) {
    const adult = partyOf(relation.adultKey);
    const pupil = partyOf(relation.pupilKey);
    if (adult === undefined || pupil === undefined || !adult.isFamily || pupil.kind !== 'pupil') continue;
    const pair = `${adult.id ?? relation.adultKey} ${pupil.id ?? relation.pupilKey}`;
    if (met.has(pair)) continue;
    met.add(pair);
    const ours = known.get(pair);
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
    added: sortedBy(added, (each) => `${each.pupilKey}\0${each.adultKey}`),
    ended: sortedBy(ended, (each) => each.id),
    unchanged,
  };
}

interface Party {
  readonly id?: string;
  readonly kind: PersonKind;
  readonly isFamily: boolean;
}

/** Whom a key names, as they will be once the plan is carried out; undefined when they are not or no longer here. */
function partyFinder(existing: ExistingRoster, people: PeoplePart): (key: string) => Party | undefined {
  const gone = endedAfter(existing.people, people);
  const byId = new Map<string, Party>();
  for (const { id, kind, roles } of existing.people) {
    if (!gone.has(id)) byId.set(id, { id, kind, isFamily: isFamily(kind, roles) });
  }
  const rolesOf = new Map(existing.people.map(({ id, roles }) => [id, roles]));
  for (const { id, item } of people.changed) {
    const roles = [...item.roles, ...(rolesOf.get(id) ?? [])];
    byId.set(id, { id, kind: item.kind, isFamily: isFamily(item.kind, roles) });
  }
  const added = new Map<string, Party>();
  for (const { key, kind, roles } of people.added) added.set(key, { kind, isFamily: isFamily(kind, roles) });
  return (key) => {
    const id = people.ids.get(key);
    return id === undefined ? added.get(key) : byId.get(id);
  };
}

const isFamily = (kind: PersonKind, roles: readonly string[]): boolean =>
  kind === 'family' || (kind === 'staff' && roles.includes('parent'));
