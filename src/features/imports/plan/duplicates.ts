import { comparableName } from '../read/names.ts';
import type { PersonKind, RosterPerson } from '../read/roster.ts';
import type { ExistingPerson } from './existing.ts';
import type { ProbableDuplicate } from './plan.ts';

interface Someone {
  readonly ref: { readonly id: string } | { readonly key: string };
  readonly name: string;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly kind: PersonKind;
  readonly dateOfBirth?: string;
  readonly upn?: string;
}

/**
 * Whoever would be added and may be someone we have, or someone else who would be added. Accents, case and
 * marks do not count in a name. A pupil and a grown-up of one name are not shown for that alone; nor are two
 * people whose dates of birth, or UPNs, are known and differ.
 */
export function findDuplicates(
  added: readonly RosterPerson[],
  existing: readonly ExistingPerson[],
): ProbableDuplicate[] {
  const byEmail = new Map<string, Someone[]>();
  const byName = new Map<string, Someone[]>();
  const remember = (someone: Someone): void => {
    for (const email of someone.emails) push(byEmail, email, someone);
    for (const name of someone.names) push(byName, name, someone);
  };
  for (const person of existing) remember(someoneOf(person, { id: person.id }, person.emails));

  const duplicates: ProbableDuplicate[] = [];
  for (const person of added) {
    const emails = person.emails.map((email) => email.address);
    const someone = someoneOf(person, { key: person.key }, emails);
    const candidates = new Set<Someone>();
    for (const email of someone.emails) for (const each of byEmail.get(email) ?? []) candidates.add(each);
    for (const name of someone.names) for (const each of byName.get(name) ?? []) candidates.add(each);
    for (const other of candidates) {
      const because = reasons(someone, other);
      if (because.length === 0) continue;
      const otherRef = { ...other.ref, name: other.name };
      duplicates.push({ key: person.key, name: someone.name, at: person.at, other: otherRef, because });
    }
    remember(someone);
  }
  return duplicates;
}

function someoneOf(
  person: RosterPerson | ExistingPerson,
  ref: Someone['ref'],
  emails: readonly string[],
): Someone {
  const { givenName, familyName, preferredName, kind, dateOfBirth, upn } = person;
  const names = new Set([comparableName(givenName, familyName)]);
  if (preferredName) names.add(comparableName(preferredName, familyName));
  names.delete('');
  return {
    ref,
    name: `${givenName} ${familyName}`.trim(),
    names: [...names],
    emails,
    kind,
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    ...(upn === undefined ? {} : { upn }),
  };
}

function reasons(a: Someone, b: Someone): ProbableDuplicate['because'] {
  const found: ProbableDuplicate['because'][number][] = [];
  if (a.emails.some((email) => b.emails.includes(email))) found.push('same e-mail');
  if (!a.names.some((name) => b.names.includes(name))) return found;
  const bothBorn = a.dateOfBirth !== undefined && b.dateOfBirth !== undefined;
  if (bothBorn && a.dateOfBirth === b.dateOfBirth) found.push('same name and date of birth');
  else if (!bothBorn && !differ(a.upn, b.upn) && (a.kind === 'pupil') === (b.kind === 'pupil')) {
    found.push('same name');
  }
  return found;
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
