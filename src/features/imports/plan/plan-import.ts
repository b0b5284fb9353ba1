import type { Problem, Roster, RosterPerson, RosterUnit } from '../read/roster.ts';
import { findDuplicates } from './duplicates.ts';
import type { ExistingRoster } from './existing.ts';
import { findManyEndings } from './many-endings.ts';
import { planMemberships } from './plan-memberships.ts';
import { planPeople } from './plan-people.ts';
import { planRelations } from './plan-relations.ts';
import { planThings } from './plan-things.ts';
import type { ImportPlan, PlanOptions } from './plan.ts';

/**
 * What bringing a roster in would do to what the organisation has. Pure: the same roster, organisation and day
 * give the same plan, and a plan that has been carried out leaves nothing to do when it is made again.
 * `today` is an ISO day in the organisation's time zone.
 */
export function planImport(
  roster: Roster,
  existing: ExistingRoster,
  today: string,
  options: PlanOptions = {},
): ImportPlan {
  const source = roster.sourceName;
  const endAbsent = options.endAbsent === true;
  const problems: Problem[] = [];
  const organisations = planThings({
    items: roster.organisations,
    existing: existing.organisations,
    fields: ['name', 'kind'],
    source,
    endAbsent: false,
    said: options.sameOrganisation ?? {},
  });
  const terms = planThings({
    items: roster.terms,
    existing: existing.terms,
    fields: ['name', 'kind', 'startsOn', 'endsOn'],
    source,
    endAbsent: false,
  });
  const knownOrganisation = organisationChecker(roster, existing);
  const placed = roster.units.filter((unit) => isPlaced(unit, knownOrganisation, problems));
  const units = planThings({
    items: placed,
    existing: existing.units,
    fields: ['kind', 'name', 'subject', 'yearLabels'],
    source,
    endAbsent: endAbsent && roster.coverage.units,
  });
  const people = planPeople(
    {
      ...roster,
      people: roster.people.map((person) => belongingToKnown(person, knownOrganisation, problems)),
    },
    existing.people,
    organisations.ids,
    today,
    options,
  );
  const memberships = planMemberships({ roster, existing, people, units, today, endAbsent, problems });
  const relations = planRelations(roster, existing, people, endAbsent && roster.coverage.people);
  const manyEndings = options.manyEndingsConfirmed ? [] : findManyEndings(people.ended, existing.people);
  const parts = [organisations, terms, units, people];
  const isQuiet = (part: { added: readonly unknown[]; ended: readonly unknown[] }): boolean =>
    part.added.length === 0 && part.ended.length === 0;
  return {
    sourceName: source,
    organisations,
    terms,
    units,
    people,
    memberships,
    relations,
    duplicates: findDuplicates(people.added, existing.people),
    needsConfirmation: manyEndings,
    problems: [...roster.problems, ...problems],
    leftOut: roster.leftOut,
    nothingToDo:
      parts.every((part) => isQuiet(part) && part.changed.length === 0 && part.linked.length === 0) &&
      isQuiet(memberships) &&
      memberships.changed.length === 0 &&
      isQuiet(relations),
  };
}

function organisationChecker(roster: Roster, existing: ExistingRoster): (key: string) => boolean {
  const known = new Set(roster.organisations.map((each) => each.key));
  for (const { sourceKeys } of existing.organisations) {
    for (const { source, key } of sourceKeys) if (source === roster.sourceName) known.add(key);
  }
  return (key) => known.has(key);
}

function isPlaced(unit: RosterUnit, isKnown: (key: string) => boolean, problems: Problem[]): boolean {
  const { organisationKey, name } = unit;
  if (organisationKey === undefined || isKnown(organisationKey)) return true;
  problems.push({
    code: 'unknown-reference',
    effect: 'row-left-out',
    file: 'classes.csv',
    column: 'schoolSourcedId',
    value: organisationKey,
    message: `The class “${name}” belongs to a school that we do not have (“${organisationKey}”).`,
    advice: wholeBundleFirst,
  });
  return false;
}

const wholeBundleFirst = 'Bring in the whole bundle once, and then the changes.';

/** A person with the organisations that we have or would add; others, which a bundle of changes may name, go. */
function belongingToKnown(
  person: RosterPerson,
  isKnown: (key: string) => boolean,
  problems: Problem[],
): RosterPerson {
  const unknown = person.organisationKeys.filter((key) => !isKnown(key));
  if (unknown.length === 0) return person;
  for (const value of unknown) {
    problems.push({
      code: 'unknown-reference',
      effect: 'value-left-out',
      file: person.at.file,
      line: person.at.line,
      column: 'orgSourcedIds',
      value,
      message: `Row ${person.at.line} names an organisation that we do not have (“${value}”).`,
      advice: wholeBundleFirst,
    });
  }
  return { ...person, organisationKeys: person.organisationKeys.filter(isKnown) };
}
