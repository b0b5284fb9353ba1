import { hashPassword } from '#platform/auth/passwords.ts';
import { joinCircle as joinPart, makeCircle } from '#platform/access/circles.ts';
import { principals } from '#platform/access/items.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import {
  addEmail,
  addLineManager,
  affiliate,
  insertAppointments,
  insertMember,
  insertPerson,
} from '#features/people/index.ts';
import { insertOrganisation, insertTerms } from '#features/organisation/index.ts';
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
  const { id } = await insertOrganisation(
    db,
    { kind: 'school', name, timeZone: 'Europe/London', locale: 'en-GB', currency: 'GBP' },
    at,
  );
  await insertTerms(
    db,
    id,
    [
      { kind: 'year', name: '2026/27', startsOn: '2026-09-01', endsOn: '2027-07-23' },
      { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
      { kind: 'term', name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
      { kind: 'term', name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-23' },
    ],
    at,
  );
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
    /** Everybody has been invited and has come, unless this is false. */
    account?: boolean;
    email?: string;
  } = {},
): Promise<TestPerson> {
  made++;
  const name = person.name ?? `Person ${made}`;
  const [givenName, ...family] = name.split(' ');
  const names = { givenName: givenName!, familyName: family.join(' ') };
  const email = person.email ?? `person${made}@school.example`;
  const personId = await insertPerson(db, names, at);
  await addEmail(db, { personId, address: email, kind: 'work', givenBy: school.id, confirmedAt: at }, at);
  if (person.account ?? true) {
    // A password takes a tenth of a second to hash; most tests sign people in without one.
    const hash = person.password ? await hashPassword(person.password) : 'no password fits';
    await db
      .insertInto('credential')
      .values({ person_id: personId, password_hash: hash, changed_at: at })
      .execute();
  }
  await affiliate(db, [personId], school.id, at);
  await insertMember(db, school.id, { ...names, personId, kind: person.kind ?? 'staff' }, at);
  for (const role of person.roles ?? []) await appoint(db, school, personId, role);
  return { personId, organisationId: school.id, name, email };
}

/** Gives a role from the start of the school year. */
export async function appoint(db: Db, school: TestSchool, personId: string, role: string): Promise<void> {
  await insertAppointments(
    db,
    school.id,
    [{ personId, role, startsOn: '2026-09-01', appointedBy: null }],
    at,
  );
}

/** Makes one person another's line manager. */
export async function makeManager(
  db: Db,
  school: TestSchool,
  manager: TestPerson,
  person: TestPerson,
): Promise<void> {
  await addLineManager(
    db,
    school.id,
    { managerId: manager.personId, personId: person.personId, startsOn: '2026-09-01' },
    at,
  );
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
  const there = await db
    .selectFrom('circle')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('id', '=', circleId)
    .executeTakeFirst();
  if (!there)
    await makeCircle(
      db,
      {
        ownerId: school.id,
        id: circleId,
        kind: circle.kind ?? 'programme',
        name: circle.name ?? 'A group',
        excludesManagers: circle.excludesManagers ?? false,
      },
      at,
    );
  await joinPart(db, { ownerId: school.id, circleId, part }, [person.personId], at);
}

export { principals };
