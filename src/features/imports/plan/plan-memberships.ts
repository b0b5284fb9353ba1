import type { Problem, Roster, RosterMembership, RosterUnit } from '../read/roster.ts';
import { changedFields, currentFirst, endedAfter, sortedBy } from './compare.ts';
import type { ExistingMembership, ExistingRoster } from './existing.ts';
import { leftBy } from './plan-people.ts';
import type { Change, Ending, ImportPlan, MembershipEnding, Part, PeoplePart } from './plan.ts';

type MembershipsPart = ImportPlan['memberships'];

interface MembershipContext {
  readonly roster: Roster;
  readonly existing: ExistingRoster;
  readonly people: PeoplePart;
  readonly units: Part<RosterUnit, Ending>;
  readonly today: string;
  readonly endAbsent: boolean;
  readonly problems: Problem[];
}

/** Compares who is in which class. Memberships made by hand are never ended for being absent from a file. */
export function planMemberships(context: MembershipContext): MembershipsPart {
  const { roster, existing, people, units, today } = context;
  const known = byPerson(existing.memberships);
  const newPeople = new Set(people.added.map((person) => person.key));
  const newUnits = new Set(units.added.map((unit) => unit.key));
  const gone = endedAfter(existing.people, people);
  const goneUnits = endedAfter(existing.units, units);
  const inRoster = {
    people: new Set(roster.people.map((person) => person.key)),
    units: new Set(roster.units.map((unit) => unit.key)),
  };
  const added: RosterMembership[] = [];
  const changed: Change<RosterMembership>[] = [];
  const ended: MembershipEnding[] = [];
  const seen = new Set<string>();
  const met = new Map<string, Party[]>();
  let unchanged = 0;

  for (const membership of roster.memberships) {
    const personId = people.ids.get(membership.personKey);
    const unitId = units.ids.get(membership.unitKey);
    const hasPerson = personId !== undefined || newPeople.has(membership.personKey);
    const hasUnit = unitId !== undefined || newUnits.has(membership.unitKey);
    if (!hasPerson || !hasUnit) {
      const explained = hasPerson || inRoster.people.has(membership.personKey);
      if (!explained || !(hasUnit || inRoster.units.has(membership.unitKey))) {
        context.problems.push(unknownParty(membership, !explained));
      }
      continue;
    }
    if ((personId !== undefined && gone.has(personId)) || (unitId !== undefined && goneUnits.has(unitId)))
      continue;
    const hasEnded = leftBy(membership, today);
    const { role } = membership;
    const party = { unit: unitId ?? membership.unitKey, role };
    if (isRepeated(met, personId ?? membership.personKey, party)) continue;
    const ours = known.get(personId ?? '')?.find((each) => each.unitId === unitId && each.role === role);
    if (ours === undefined) {
      if (!hasEnded) added.push(membership);
      continue;
    }
    seen.add(ours.id);
    if (hasEnded) {
      if (ours.ended) unchanged += 1;
      else ended.push({ id: ours.id, reason: 'said-to-have-ended', on: membership.endsOn ?? today });
      continue;
    }
    // It ends with the old year or begins with the new one: naming it still, or already, brings it neither back nor forward.
    if (ours.passed) {
      unchanged += 1;
      continue;
    }
    const fields = changedFields(ours, membership, ['startsOn', 'endsOn']);
    if (ours.ended) {
      fields.push({ field: 'ended', before: true, after: false });
      if (ours.endsOn !== undefined && membership.endsOn === undefined) {
        fields.push({ field: 'endsOn', before: ours.endsOn, after: undefined });
      }
    }
    if (fields.length > 0) changed.push({ id: ours.id, item: membership, fields });
    else unchanged += 1;
  }
  ended.push(...endedByAbsence(context, seen, gone, goneUnits));
  const order = (each: RosterMembership): string => `${each.unitKey}\0${each.personKey}\0${each.role}`;
  return {
    added: sortedBy(added, order),
    changed: sortedBy(changed, ({ item }) => order(item)),
    ended: sortedBy(ended, (ending) => ending.id),
    unchanged,
  };
}

interface Party {
  readonly unit: string;
  readonly role: string;
}

/** A person's own few memberships are looked through, which is quicker than a map of all by three names. */
function byPerson(memberships: readonly ExistingMembership[]): Map<string, ExistingMembership[]> {
  const lists = new Map<string, ExistingMembership[]>();
  for (const each of currentFirst(memberships)) {
    const list = lists.get(each.personId);
    if (list === undefined) lists.set(each.personId, [each]);
    else list.push(each);
  }
  return lists;
}

/** Whether this person was met in this unit and role before; someone who was once two people may be. */
function isRepeated(met: Map<string, Party[]>, person: string, party: Party): boolean {
  const list = met.get(person);
  if (list === undefined) {
    met.set(person, [party]);
    return false;
  }
  if (list.some(({ unit, role }) => unit === party.unit && role === party.role)) return true;
  list.push(party);
  return false;
}

/** Memberships we have that end because someone left, a class ended, or the files no longer name them. */
function endedByAbsence(
  { roster, existing, people, units, today, endAbsent }: MembershipContext,
  seen: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  goneUnits: ReadonlySet<string>,
): MembershipEnding[] {
  const lastDay = new Map(people.ended.map((ending) => [ending.id, ending.on]));
  const kindOf = new Map(existing.units.map((unit) => [unit.id, unit.kind]));
  for (const { id, item } of units.changed) kindOf.set(id, item.kind);
  const rosterKind = new Map(roster.units.map((unit) => [unit.key, unit.kind]));
  const stated = new Set<string>();
  if (roster.coverage.memberships === 'those-listed') {
    for (const each of roster.memberships) {
      stated.add(`${people.ids.get(each.personKey) ?? ''} ${rosterKind.get(each.unitKey) ?? ''}`);
    }
  }
  const wholly = roster.coverage.memberships === 'everyone' && endAbsent;
  const unitIds = new Set(units.ids.values());
  const ended: MembershipEnding[] = [];
  for (const ours of existing.memberships) {
    if (ours.ended || seen.has(ours.id)) continue;
    const end = (reason: MembershipEnding['reason'], on: string): void => {
      ended.push({ id: ours.id, reason, on });
    };
    if (gone.has(ours.personId)) end('person-left', lastDay.get(ours.personId) ?? today);
    else if (goneUnits.has(ours.unitId)) end('unit-ended', today);
    else if (ours.source !== roster.sourceName) continue;
    // A place of the new year is not among those of the old one.
    else if (ours.passed && ours.startsOn !== undefined && ours.startsOn > today) continue;
    else if (wholly && unitIds.has(ours.unitId)) end('absent', today);
    else if (stated.has(`${ours.personId} ${kindOf.get(ours.unitId) ?? ''}`)) end('moved', today);
  }
  return ended;
}

function unknownParty(membership: RosterMembership, isPerson: boolean): Problem {
  const value = isPerson ? membership.personKey : membership.unitKey;
  return {
    code: 'unknown-reference',
    effect: 'row-left-out',
    file: membership.at.file,
    line: membership.at.line,
    column: isPerson ? 'userSourcedId' : 'classSourcedId',
    value,
    message: `Row ${membership.at.line} names ${isPerson ? 'a person' : 'a class'} that we do not have (“${value}”).`,
    advice: 'Bring in the whole bundle once, and then the changes.',
  };
}
