import type { Db } from '#platform/db/database.ts';
import { insertOrganisation } from '#features/organisation/index.ts';
import {
  addEmails,
  addLineManager,
  affiliate,
  insertAppointments,
  insertFamilyLink,
  insertMembers,
  insertMemberships,
  insertPeople,
  insertUnits,
  type Names,
} from '#features/people/index.ts';
import { assistants, cast, classes, guests, yearLabelOf } from './cast.ts';
import { seedDates } from './dates.seed.ts';
import { seedId } from './ids.ts';
import { invent, type Person, withoutTitle } from './invent-people.ts';
import { schoolYearOf } from './school-year.ts';

export interface SeededSchool {
  id: string;
  name: string;
  /** When its records begin: two school years ago. */
  began: Date;
  now: Date;
  today: string;
  /** Person id by the key of the cast. */
  people: Readonly<Record<string, string>>;
  pupils: readonly { id: string; name: string; className: string }[];
  units: Readonly<Record<string, string>>;
}

/** The school with its dates, classes, staff, pupils and some families. */
export async function seedPeople(db: Db, now: Date): Promise<SeededSchool> {
  const today = now.toISOString().slice(0, 10);
  const thisYear = schoolYearOf(today);
  const began = new Date(`${thisYear - 2}-09-01T08:00:00Z`);
  const id = seedId('Sandhaven Primary School', began);
  const name = 'Sandhaven Primary School';
  await insertOrganisation(
    db,
    { id, kind: 'school', name, timeZone: 'Europe/London', locale: 'en-GB', currency: 'GBP' },
    began,
  );
  await seedDates(db, id, began, [thisYear - 2, thisYear - 1, thisYear, thisYear + 1]);

  const units = Object.fromEntries(classes.map((each) => [each, seedId(`class ${each}`, began)]));
  await insertUnits(
    db,
    id,
    classes.map((each) => ({
      id: units[each]!,
      kind: 'class',
      name: `Class ${each}`,
      yearLabel: yearLabelOf(each),
    })),
    began,
  );

  const everybody = invent(began);
  await seedEverybody(db, id, units, everybody, began);
  await seedFamilies(db, id, everybody, began);
  await seedManagers(db, id, began);
  return {
    id,
    name,
    began,
    now,
    today,
    units,
    people: Object.fromEntries(
      [
        ...[...cast, ...guests].map(({ key }) => [key, key] as const),
        ...Object.entries(assistants).map(([key, n]) => [key, `Teaching assistant ${n}`] as const),
      ].map(([key, known]) => [key, seedId(`person ${known}`, began)]),
    ),
    pupils: everybody
      .filter((person) => person.kind === 'pupil')
      .map((person) => ({ id: person.id, name: person.name, className: person.unit!.name })),
  };
}

const namesOf = (name: string): Names => {
  const [givenName, ...family] = withoutTitle(name).split(' ') as [string, ...string[]];
  return { givenName, familyName: family.join(' '), calledName: name };
};

async function seedEverybody(
  db: Db,
  ownerId: string,
  units: Readonly<Record<string, string>>,
  everybody: readonly Person[],
  at: Date,
): Promise<void> {
  const startsOn = at.toISOString().slice(0, 10);
  await insertPeople(
    db,
    everybody.map(({ id, name }) => ({ id, ...namesOf(name) })),
    at,
  );
  await addEmails(
    db,
    everybody.flatMap(({ id, kind, email }) =>
      email
        ? [
            {
              personId: id,
              address: email,
              kind: kind === 'family' ? ('personal' as const) : ('work' as const),
              givenBy: ownerId,
              confirmedAt: at,
            },
          ]
        : [],
    ),
    at,
  );
  await affiliate(
    db,
    everybody.map(({ id }) => id),
    ownerId,
    at,
  );
  await insertMembers(
    db,
    ownerId,
    everybody.map(({ id, name, kind, jobTitle, yearLabel }) => ({
      ...namesOf(name),
      personId: id,
      kind,
      jobTitle,
      yearLabel,
      startsOn,
    })),
    at,
  );
  await insertAppointments(
    db,
    ownerId,
    everybody.flatMap(({ id, roles }) =>
      roles.map((role) => ({ personId: id, role, startsOn, appointedBy: null })),
    ),
    at,
  );
  await insertMemberships(
    db,
    ownerId,
    everybody.flatMap(({ id, unit }) =>
      unit ? [{ unitId: units[unit.name]!, personId: id, part: unit.part }] : [],
    ),
    at,
  );
}

/** Each parent has the first pupil of their name. */
async function seedFamilies(db: Db, ownerId: string, everybody: readonly Person[], at: Date): Promise<void> {
  const familyNameOf = ({ name }: Person): string => namesOf(name).familyName;
  for (const adult of everybody.filter(({ kind }) => kind === 'family')) {
    const child = everybody.find(
      (each) => each.kind === 'pupil' && familyNameOf(each) === familyNameOf(adult),
    );
    if (!child) continue;
    const link = { adultId: adult.id, pupilId: child.id, relationship: 'parent' };
    await insertFamilyLink(db, ownerId, link, at);
  }
}

/** Who manages whom, by their keys in the cast. */
const managers: Readonly<Record<string, readonly string[]>> = {
  head: ['deputy', 'cpd', 'senco'],
  cpd: ['amina', 'gethin', 'sofia', 'jakub', 'harriet', 'mentors'],
  deputy: ['yusuf', 'bronwen', 'elif', 'oliver', 'mei', 'dilys', 'kezia', 'marged', 'music', 'sport'],
};

async function seedManagers(db: Db, ownerId: string, at: Date): Promise<void> {
  const idOf = (key: string): string => seedId(`person ${key}`, at);
  const startsOn = at.toISOString().slice(0, 10);
  for (const [manager, managed] of Object.entries(managers))
    for (const key of managed)
      await addLineManager(db, ownerId, { managerId: idOf(manager), personId: idOf(key), startsOn }, at);
}
