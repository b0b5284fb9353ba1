import type { ExistingPerson, FieldChange } from '../plan/index.ts';
import type { PersonKind, Problem, ProblemEffect, RosterPerson } from '../read/index.ts';
import { comparableName } from '../read/names.ts';
import { joinRows } from './join-rows.ts';
import type { Planned } from './make-plan.ts';
import type { Bodies, PersonFacts, PreviewPart, PreviewRow, PreviewSummary } from './preview.ts';
import { thingRows, unitRows } from './thing-rows.ts';

/** The lines of a preview, list by list. */
export function previewRows(planned: Planned, twoPeople: readonly string[] = []): PreviewRow[] {
  const { plan, have, roster } = planned;
  const names = organisationNames(planned);
  const incoming = new Map(roster.people.map((person) => [person.key, person]));
  const existing = new Map(have.roster.people.map((person) => [person.id, person]));
  const isBack = (fields: readonly FieldChange[]): boolean => fields.some(({ field }) => field === 'ended');
  const row = <Part extends PreviewPart>(
    part: Part,
    body: Bodies[Part],
    name: string,
    personKind: PersonKind | null = null,
  ): PreviewRow => ({ part, personKind, search: comparableName(name), body }) as PreviewRow;

  const duplicates = plan.duplicates
    .filter(({ key, other }) => !('id' in other && twoPeople.includes(`${key} ${other.id}`)))
    .map(({ key, at, other, because, name }) => {
      const id = 'id' in other ? other.id : null;
      const facts =
        'id' in other ? ourFacts(existing.get(other.id)!, names) : fileFacts(incoming.get(other.key)!, names);
      return row(
        'duplicate',
        { key, id, because, ...at, incoming: fileFacts(incoming.get(key)!, names), other: facts },
        name,
      );
    });
  const changed = plan.people.changed.map(({ id, item, fields }) =>
    row(
      isBack(fields) ? 'back' : 'changed',
      { id, name: wholeName(existing.get(id)!), fields: fields.map((each) => named(each, names)) },
      wholeName(existing.get(id)!),
      item.kind,
    ),
  );
  const coming = new Set(plan.people.added.map(({ key }) => key));
  const toConfirm = roster.people.flatMap((person) => {
    const id = plan.people.ids.get(person.key);
    const held = id === undefined ? [] : (existing.get(id)?.roles ?? []);
    const roles = person.rolesToConfirm.filter((each) => !held.includes(each));
    const isHere = id !== undefined || coming.has(person.key);
    return roles.length > 0 && isHere && !person.ended
      ? [row('role', { key: person.key, name: wholeName(person), roles }, wholeName(person), person.kind)]
      : [];
  });
  return [
    ...duplicates,
    ...gravestFirst(plan.problems).map((problem) =>
      row('problem', problem, `${problem.file} ${problem.value ?? ''} ${problem.message}`),
    ),
    ...changed.filter(({ part }) => part === 'back'),
    ...toConfirm,
    ...plan.people.ended.map(({ id, name, reason, on, kind }) =>
      row('ended', { id, name, reason, on }, name, kind),
    ),
    ...changed.filter(({ part }) => part === 'changed'),
    ...plan.people.added.map((person) =>
      row('added', { ...fileFacts(person, names), ...person.at }, wholeName(person), person.kind),
    ),
    ...unitRows(planned, names).map((body) => row('unit', body, body.name)),
    ...joinRows(planned, names).map((body) => row('join', body, body.unit)),
    ...thingRows(planned).map((body) => row('thing', body, body.name)),
  ];
}

export function summarise(planned: Planned, rows: readonly PreviewRow[]): PreviewSummary {
  const { plan, roster } = planned;
  const count = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
    const counts: Partial<Record<Key, number>> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  return {
    counts: count(rows.map(({ part }) => part)),
    added: count(plan.people.added.map(({ kind }) => kind)),
    unchanged: plan.people.unchanged,
    alreadyLeft: plan.people.alreadyLeft,
    elsewhere: planned.elsewhere,
    newOrganisations: plan.organisations.added.length,
    joins: plan.memberships.added.length,
    leavings: plan.memberships.ended.length,
    relations: plan.relations.added.length,
    needs: plan.needsConfirmation,
    leftOut: plan.leftOut,
    question: planned.question,
    mayEndAbsent: roster.coverage.people || roster.coverage.units,
    nothingToDo: plan.nothingToDo,
  };
}

const gravity: Readonly<Record<ProblemEffect, number>> = {
  'nothing-read': 0,
  'row-left-out': 1,
  'value-left-out': 2,
  noted: 3,
};

/** What costs something stands before what is only to be known; within that, as it was met. */
const gravestFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => gravity[a.effect] - gravity[b.effect]);

const wholeName = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`.trim();

/** What organisations are called, by the keys of the files and by our ids. */
function organisationNames({ have, roster }: Planned): Map<string, string> {
  const names = new Map(have.roster.organisations.map(({ id, name }) => [id, name]));
  for (const { key, name } of roster.organisations) names.set(key, name);
  return names;
}

const fileFacts = (person: RosterPerson, names: ReadonlyMap<string, string>): PersonFacts => ({
  name: wholeName(person),
  kind: person.kind,
  organisations: person.organisationKeys.map((key) => names.get(key) ?? key),
  emails: person.emails.map(({ address }) => address),
  roles: [...person.roles],
  jobTitle: person.jobTitle,
  yearLabel: person.yearLabel,
  dateOfBirth: person.dateOfBirth,
  code: person.staffCode ?? person.upn ?? person.admissionNumber ?? person.payrollNumber,
});

const ourFacts = (person: ExistingPerson, names: ReadonlyMap<string, string>): PersonFacts => ({
  name: wholeName(person),
  kind: person.kind,
  organisations: person.organisationIds.map((id) => names.get(id) ?? id),
  emails: [...person.emails],
  roles: [...person.roles],
  jobTitle: person.jobTitle,
  yearLabel: person.yearLabel,
  dateOfBirth: person.dateOfBirth,
  code: person.staffCode ?? person.upn ?? person.admissionNumber ?? person.payrollNumber,
});

/** A change of organisations speaks in keys; people read names. */
function named(change: FieldChange, names: ReadonlyMap<string, string>): FieldChange {
  if (change.field !== 'organisations') return change;
  const say = (keys: FieldChange['before']) =>
    Array.isArray(keys) ? keys.map((key) => names.get(key) ?? key) : keys;
  return { ...change, before: say(change.before), after: say(change.after) };
}
