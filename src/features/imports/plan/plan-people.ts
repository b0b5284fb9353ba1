import { comparableName } from '../read/names.ts';
import type { Roster, RosterPerson } from '../read/roster.ts';
import { changedFields, isOnlyFrom, matchKeys, sortedBy } from './compare.ts';
import type { ExistingPerson } from './existing.ts';
import type { Change, FieldChange, PeoplePart, PersonEnding, PlanOptions } from './plan.ts';

/** Fields that the source decides: what comes replaces what we have. */
const replaced = [
  'kind',
  'givenName',
  'familyName',
  'jobTitle',
  'yearLabel',
  'grades',
  'dateOfBirth',
  'legalSex',
  'upn',
  'admissionNumber',
  'staffCode',
  'payrollNumber',
  'startsOn',
  'endsOn',
] as const;

/** Compares the people of a roster with those we have. `today` is an ISO day. */
export function planPeople(
  roster: Roster,
  existing: readonly ExistingPerson[],
  organisationIds: ReadonlyMap<string, string>,
  today: string,
  options: PlanOptions,
): PeoplePart {
  const source = roster.sourceName;
  const { found, linked, ids } = matchKeys(
    roster.people.map((person) => person.key),
    existing,
    source,
    options.samePerson,
  );
  const added: RosterPerson[] = [];
  const changed: Change<RosterPerson>[] = [];
  const ended: PersonEnding[] = [];
  const linkedIds = new Set(linked.map((link) => link.id));
  const deciding = decidingRows(roster.people, found, today);
  const seen = new Set<string>();
  let unchanged = 0;
  let alreadyLeft = 0;
  for (const person of roster.people) {
    const ours = found.get(person.key);
    const hasLeft = leftBy(person, today);
    if (ours === undefined) {
      if (hasLeft) alreadyLeft += 1;
      else added.push(person);
      continue;
    }
    seen.add(ours.id);
    if (deciding.get(ours.id) !== person) {
      unchanged += 1;
      continue;
    }
    if (hasLeft) {
      if (ours.ended) unchanged += 1;
      else ended.push(endingOf(ours, 'said-to-have-left', person.endsOn ?? today, person));
      continue;
    }
    const fields = fieldsOf(person, ours, roster, organisationIds);
    if (fields.length > 0) changed.push({ id: ours.id, item: person, fields });
    else if (!linkedIds.has(ours.id)) unchanged += 1;
  }
  if (options.endAbsent && roster.coverage.people) {
    for (const ours of existing) {
      if (ours.ended || seen.has(ours.id) || !isOnlyFrom(ours, source)) continue;
      ended.push(endingOf(ours, 'absent', today));
    }
  }
  return {
    added: sortedByName(added, (person) => person),
    changed: sortedByName(changed, (change) => change.item),
    ended: sortedBy(ended, (ending) => `${comparableName(ending.name)}\0${ending.id}`),
    linked,
    unchanged,
    alreadyLeft,
    ids,
  };
}

/**
 * The row that speaks for each person we have. Someone who was once two people may be matched by two rows:
 * the first that has not left decides, so that two rows never overwrite each other in turn.
 */
function decidingRows(
  rows: readonly RosterPerson[],
  found: ReadonlyMap<string, ExistingPerson>,
  today: string,
): Map<string, RosterPerson> {
  const deciding = new Map<string, RosterPerson>();
  for (const row of rows) {
    const ours = found.get(row.key);
    if (ours === undefined) continue;
    const earlier = deciding.get(ours.id);
    if (earlier === undefined || (leftBy(earlier, today) && !leftBy(row, today))) deciding.set(ours.id, row);
  }
  return deciding;
}

/** Whether someone has left by the beginning of a day: a last day of today is still a day here. */
export function leftBy(item: { readonly ended: boolean; readonly endsOn?: string }, today: string): boolean {
  return item.ended || (item.endsOn !== undefined && item.endsOn < today);
}

/**
 * What would change. E-mails and roles are only added: what a person entered or was appointed to here is not
 * the source's to take away. A preferred name is filled in once and is then the person's own.
 */
function fieldsOf(
  person: RosterPerson,
  ours: ExistingPerson,
  roster: Roster,
  organisationIds: ReadonlyMap<string, string>,
): FieldChange[] {
  const fields = changedFields(ours, person, replaced);
  if (person.preferredName !== undefined && !ours.preferredName) {
    fields.push({ field: 'preferredName', before: ours.preferredName, after: person.preferredName });
  }
  const emails = person.emails.map((email) => email.address);
  const added = (field: 'emails' | 'roles', now: readonly string[], next: readonly string[]): void => {
    const missing = next.filter((each) => !now.includes(each));
    if (missing.length > 0) fields.push({ field, before: now, after: [...now, ...missing] });
  };
  added('emails', ours.emails, emails);
  added('roles', ours.roles, person.roles);
  const organisations = organisationChange(person, ours, roster, organisationIds);
  if (organisations !== null) fields.push(organisations);
  if (ours.ended) {
    fields.push({ field: 'ended', before: true, after: false });
    if (ours.endsOn !== undefined && person.endsOn === undefined) {
      fields.push({ field: 'endsOn', before: ours.endsOn, after: undefined });
    }
  }
  return fields;
}

/**
 * The organisations of a person, as keys of this source. Files that hold everyone also say which school
 * someone no longer belongs to; others only add. Organisations this source does not know are left alone.
 */
function organisationChange(
  person: RosterPerson,
  ours: ExistingPerson,
  roster: Roster,
  organisationIds: ReadonlyMap<string, string>,
): FieldChange | null {
  if (person.organisationKeys.length === 0) return null;
  const before: string[] = [];
  for (const [key, id] of organisationIds) if (ours.organisationIds.includes(id)) before.push(key);
  const kept = roster.coverage.people ? [] : before;
  const after = [...new Set([...kept, ...person.organisationKeys])];
  const isSame = before.length === after.length && after.every((key) => before.includes(key));
  return isSame ? null : { field: 'organisations', before, after };
}

function endingOf(
  ours: ExistingPerson,
  reason: PersonEnding['reason'],
  on: string,
  person?: RosterPerson,
): PersonEnding {
  const name = `${ours.givenName} ${ours.familyName}`.trim();
  const at = person === undefined ? {} : { at: person.at };
  return { id: ours.id, name, kind: ours.kind, reason, on, ...at };
}

function sortedByName<T>(items: readonly T[], person: (item: T) => RosterPerson): T[] {
  return sortedBy(items, (item) => {
    const { familyName, givenName, key } = person(item);
    return `${comparableName(familyName)}\0${comparableName(givenName)}\0${key}`;
  });
}
