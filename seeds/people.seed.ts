import type { Db } from '#platform/db/database.ts';
import { cast, classes, guests, yearLabelOf } from './cast.ts';
import { seedId } from './ids.ts';
import { insertAll } from './insert.ts';
import { invent, type Person, plain } from './invent-people.ts';
import { schoolYear, schoolYearOf } from './school-year.ts';

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
  await db
    .insertInto('organisation')
    .values({
      id,
      kind: 'school',
      parent_id: null,
      path: `/${id}/`,
      name,
      sort_name: plain(name),
      time_zone: 'Europe/London',
      locale: 'en-GB',
      currency: 'GBP',
      created_at: began,
      ended_at: null,
    })
    .execute();
  await seedDates(db, id, began, [thisYear - 2, thisYear - 1, thisYear, thisYear + 1]);

  const units = Object.fromEntries(classes.map((each) => [each, seedId(`class ${each}`, began)]));
  await insertAll(
    db,
    'unit',
    classes.map((each) => ({
      owner_id: id,
      id: units[each]!,
      kind: 'class',
      name: `Class ${each}`,
      sort_name: `class ${each.replace('R', '0').toLowerCase()}`,
      subject: null,
      year_label: yearLabelOf(each),
      created_at: began,
      ended_at: null,
    })),
  );

  const everybody = invent(began);
  await insertPeople(db, id, units, everybody, began);
  return {
    id,
    name,
    began,
    now,
    today,
    units,
    people: Object.fromEntries([...cast, ...guests].map(({ key }) => [key, seedId(`person ${key}`, began)])),
    pupils: everybody
      .filter((person) => person.kind === 'pupil')
      .map((person) => ({ id: person.id, name: person.name, className: person.unit!.name })),
  };
}

async function seedDates(
  db: Db,
  owner_id: string,
  created_at: Date,
  years: readonly number[],
): Promise<void> {
  const row = (what: string, dates: { name: string; startsOn: string; endsOn: string }) => ({
    owner_id,
    id: seedId(`${what} ${dates.startsOn}`, created_at),
    name: dates.name,
    starts_on: dates.startsOn,
    ends_on: dates.endsOn,
    created_at,
    ended_at: null,
  });
  for (const each of years) {
    const year = schoolYear(each);
    const whole = { name: year.name, startsOn: year.terms[0]!.startsOn, endsOn: year.terms[2]!.endsOn };
    await insertAll(db, 'term', [
      { ...row('year', whole), kind: 'year' },
      ...year.terms.map((term) => ({ ...row('term', term), kind: 'term' })),
    ]);
    await insertAll(db, 'closure', [
      ...year.holidays.map((holiday) => ({ ...row('holiday', holiday), kind: 'holiday' })),
      ...year.trainingDays.map((day) => ({
        ...row('training', { name: 'Training day', startsOn: day, endsOn: day }),
        kind: 'training-day',
      })),
    ]);
  }
}

async function insertPeople(
  db: Db,
  owner_id: string,
  units: Readonly<Record<string, string>>,
  everybody: readonly Person[],
  created_at: Date,
): Promise<void> {
  const names = (name: string) => {
    const [given_name, ...rest] = name.replace(/^Dr /, '').split(' ') as [string, ...string[]];
    const family_name = rest.join(' ');
    return { given_name, family_name, name, sort_name: plain(`${family_name} ${given_name}`) };
  };
  const starts_on = created_at.toISOString().slice(0, 10);
  await insertAll(
    db,
    'person',
    everybody.map(({ id, name }) => ({ id, ...names(name), locale: null, created_at, ended_at: null })),
  );
  await insertAll(
    db,
    'person_email',
    everybody.flatMap(({ id, email }) =>
      email ? [{ address: email, person_id: id, kind: 'work', confirmed_at: created_at, created_at }] : [],
    ),
  );
  await insertAll(
    db,
    'affiliation',
    everybody.map(({ id }) => ({ owner_id: id, organisation_id: owner_id, created_at, ended_at: null })),
  );
  await insertAll(
    db,
    'member',
    everybody.map((each) => ({
      owner_id,
      id: seedId(`member ${each.id}`, created_at),
      person_id: each.id,
      kind: each.kind,
      sort_name: names(each.name).sort_name,
      job_title: each.jobTitle,
      year_label: each.yearLabel,
      starts_on,
      created_at,
    })),
  );
  await insertAll(
    db,
    'appointment',
    everybody.flatMap((each) =>
      each.roles.map((role) => ({
        owner_id,
        id: seedId(`${role} ${each.id}`, created_at),
        person_id: each.id,
        role,
        starts_on,
        created_at,
      })),
    ),
  );
  await insertAll(
    db,
    'membership',
    everybody.flatMap(({ id, unit }) =>
      unit
        ? [
            {
              owner_id,
              id: seedId(`${unit.name} ${id}`, created_at),
              unit_id: units[unit.name]!,
              person_id: id,
              part: unit.part,
              created_at,
            },
          ]
        : [],
    ),
  );
  const familyOf = ({ name }: Person): string => names(name).family_name;
  await insertAll(
    db,
    'family_relation',
    everybody
      .filter(({ kind }) => kind === 'family')
      .flatMap((adult) => {
        const child = everybody.find((each) => each.kind === 'pupil' && familyOf(each) === familyOf(adult));
        return child
          ? [
              {
                owner_id,
                id: seedId(`family ${adult.id}`, created_at),
                adult_id: adult.id,
                pupil_id: child.id,
                relationship: 'parent',
                created_at,
              },
            ]
          : [];
      }),
  );
  const manager = (key: string, managed: string) => ({
    owner_id,
    id: seedId(`manages ${key} ${managed}`, created_at),
    manager_id: seedId(`person ${key}`, created_at),
    person_id: seedId(`person ${managed}`, created_at),
    starts_on,
    created_at,
  });
  await insertAll(db, 'line_management', [
    manager('head', 'deputy'),
    manager('head', 'cpd'),
    manager('head', 'senco'),
    ...['amina', 'gethin', 'sofia', 'jakub', 'harriet', 'mentors'].map((key) => manager('cpd', key)),
    ...['yusuf', 'bronwen', 'elif', 'oliver', 'mei', 'dilys', 'kezia', 'marged', 'music', 'sport'].map(
      (key) => manager('deputy', key),
    ),
  ]);
}
