import { hashPassword } from '#platform/auth/passwords.ts';
import { principals } from '#platform/access/items.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { startOfTests } from './site.ts';

/** Things that tests need around the thing they test. Each makes rows and gives back their ids. */

export interface TestSchool {
  id: string;
  name: string;
}
export interface TestPerson {
  personId: string;
  organisationId: string;
  name: string;
  email: string;
}

const at = startOfTests;

/** A school with one school year of three terms, in London. */
export async function makeSchool(db: Db, name = 'Ysgol Bryn Coch'): Promise<TestSchool> {
  const id = newId();
  await db
    .insertInto('organisation')
    .values({
      id,
      kind: 'school',
      parent_id: null,
      path: `/${id}/`,
      name,
      sort_name: name.toLowerCase(),
      time_zone: 'Europe/London',
      locale: 'en-GB',
      currency: 'GBP',
      created_at: at,
      ended_at: null,
    })
    .execute();
  const term = (kind: string, label: string, starts_on: string, ends_on: string) => ({
    owner_id: id,
    id: newId(),
    kind,
    name: label,
    starts_on,
    ends_on,
    created_at: at,
    ended_at: null,
  });
  await db
    .insertInto('term')
    .values([
      term('year', '2026/27', '2026-09-01', '2027-07-23'),
      term('term', 'Autumn', '2026-09-01', '2026-12-18'),
      term('term', 'Spring', '2027-01-04', '2027-03-26'),
      term('term', 'Summer', '2027-04-12', '2027-07-23'),
    ])
    .execute();
  return { id, name };
}

let made = 0;

/** A person of the school. `roles` are appointments held all year; `password` lets them sign in by the form. */
export async function makePerson(
  db: Db,
  school: TestSchool,
  person: {
    name?: string;
    kind?: MemberKind;
    roles?: readonly string[];
    password?: string;
    email?: string;
  } = {},
): Promise<TestPerson> {
  made++;
  const personId = newId();
  const name = person.name ?? `Person ${made}`;
  const [given, ...rest] = name.split(' ');
  const family = rest.join(' ') || given!;
  const email = person.email ?? `person${made}@school.example`;
  await db
    .insertInto('person')
    .values({
      id: personId,
      given_name: given!,
      family_name: family,
      name,
      sort_name: `${family} ${given}`.toLowerCase(),
      locale: null,
      created_at: at,
      ended_at: null,
    })
    .execute();
  await db
    .insertInto('person_email')
    .values({
      address: email,
      person_id: personId,
      kind: 'work',
      organisation_id: school.id,
      confirmed_at: at,
      created_at: at,
    })
    .execute();
  if (person.password)
    await db
      .insertInto('credential')
      .values({ person_id: personId, password_hash: await hashPassword(person.password), changed_at: at })
      .execute();
  await db
    .insertInto('affiliation')
    .values({ owner_id: personId, organisation_id: school.id, created_at: at, ended_at: null })
    .execute();
  await db
    .insertInto('member')
    .values({
      owner_id: school.id,
      id: newId(),
      person_id: personId,
      kind: person.kind ?? 'staff',
      sort_name: `${family} ${given}`.toLowerCase(),
      created_at: at,
    })
    .execute();
  for (const role of person.roles ?? []) await appoint(db, school, personId, role);
  return { personId, organisationId: school.id, name, email };
}

/** Gives a role from the start of the school year. */
export async function appoint(db: Db, school: TestSchool, personId: string, role: string): Promise<void> {
  await db
    .insertInto('appointment')
    .values({
      owner_id: school.id,
      id: newId(),
      person_id: personId,
      role,
      starts_on: '2026-09-01',
      created_at: at,
    })
    .execute();
}

/** Makes one person another's line manager. */
export async function makeManager(
  db: Db,
  school: TestSchool,
  manager: TestPerson,
  person: TestPerson,
): Promise<void> {
  await db
    .insertInto('line_management')
    .values({
      owner_id: school.id,
      id: newId(),
      manager_id: manager.personId,
      person_id: person.personId,
      starts_on: '2026-09-01',
      created_at: at,
    })
    .execute();
}

/** Puts a person into a circle in some part; makes the circle when it is not there. */
export async function joinCircle(
  db: Db,
  school: TestSchool,
  circleId: string,
  person: TestPerson,
  part: string,
  circle: { kind?: string; name?: string; excludesManagers?: boolean } = {},
): Promise<void> {
  await db
    .insertInto('circle')
    .values({
      owner_id: school.id,
      id: circleId,
      kind: circle.kind ?? 'programme',
      name: circle.name ?? 'A group',
      excludes_managers: circle.excludesManagers ?? false,
      created_at: at,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .execute();
  await db
    .insertInto('circle_member')
    .values({
      owner_id: school.id,
      id: newId(),
      circle_id: circleId,
      person_id: person.personId,
      part,
      starts_at: at,
      ends_at: null,
    })
    .execute();
}

export { principals };
