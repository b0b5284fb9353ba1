import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ImportPlan } from '../plan/index.ts';
import type { Problem, RosterPerson } from '../read/roster.ts';
import type { WhatWeHave } from './select-existing.ts';

/**
 * An address is one person's in the whole world. Those of the plan that are somebody else's already, or that
 * two rows claim, are left out of it and shown, so that what is previewed is what will be written.
 */
export async function settleEmails(db: Db, plan: ImportPlan, have: WhatWeHave): Promise<ImportPlan> {
  const owners = await selectOwners(db, wantedBy(plan));
  const names = new Map(
    have.roster.people.map((each) => [each.id, `${each.givenName} ${each.familyName}`.trim()]),
  );
  const claimed = new Map<string, string>();
  const problems: Problem[] = [];
  const isFree = (address: string, person: RosterPerson, id: string | undefined): boolean => {
    const owner = owners.get(address) ?? claimed.get(address);
    if (owner === undefined) {
      claimed.set(address, id ?? person.key);
      return true;
    }
    if (owner === id || owner === person.key) return true;
    problems.push(taken(address, person, names.get(owner), owners.has(address)));
    return false;
  };
  const idOf = (key: string): string | undefined =>
    plan.people.ids.get(key) ?? have.personIds.get(`${plan.sourceName} ${key}`);
  const added = plan.people.added.map((person) => ({
    ...person,
    emails: person.emails.filter(({ address }) => isFree(address, person, idOf(person.key))),
  }));
  const changed = plan.people.changed.flatMap((change) => {
    const fields = change.fields.flatMap((field) => {
      if (field.field !== 'emails') return [field];
      const before = (field.before ?? []) as readonly string[];
      const after = (field.after as readonly string[]).filter(
        (address) => before.includes(address) || isFree(address, change.item, change.id),
      );
      return after.length === before.length ? [] : [{ ...field, after }];
    });
    return fields.length > 0 ? [{ ...change, fields }] : [];
  });
  const dropped = plan.people.changed.length - changed.length;
  const people = { ...plan.people, added, changed, unchanged: plan.people.unchanged + dropped };
  return {
    ...plan,
    people,
    problems: [...plan.problems, ...problems],
    nothingToDo: plan.nothingToDo || isQuiet({ ...plan, people }),
  };
}

const isQuiet = (plan: ImportPlan): boolean =>
  [plan.organisations, plan.terms, plan.units, plan.people, { ...plan.memberships, linked: [] }].every(
    (part) => part.added.length + part.changed.length + part.ended.length + part.linked.length === 0,
  ) && plan.relations.added.length + plan.relations.ended.length === 0;

function wantedBy(plan: ImportPlan): string[] {
  const people = [...plan.people.added, ...plan.people.changed.map(({ item }) => item)];
  return [...new Set(people.flatMap(({ emails }) => emails.map(({ address }) => address)))];
}

async function selectOwners(db: Db, addresses: readonly string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const { rows } = await sql<{ address: string; personId: string }>`
    select e.address, e.person_id as "personId" from person_email e
    where e.address = any(${addresses}::text[])`.execute(db);
  return new Map(rows.map(({ address, personId }) => [address, personId]));
}

/** Whoever belongs to another school is not named here. */
const taken = (
  address: string,
  person: RosterPerson,
  name: string | undefined,
  isKept: boolean,
): Problem => ({
  code: 'address-taken',
  effect: 'value-left-out',
  file: person.at.file,
  line: person.at.line,
  column: 'e-mail',
  value: address,
  message: `Row ${person.at.line} (${`${person.givenName} ${person.familyName}`.trim()}) has an e-mail address that ${
    name ? `is ${name}’s` : isKept ? 'belongs to somebody else' : 'an earlier row has too'
  }.`,
  advice:
    'An address is one person’s. They are brought in without it; if the two are one person, say so here.',
});
