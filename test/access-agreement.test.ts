import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertItem, principals, type Ability, type Grant } from '#platform/access/items.ts';
import { selectItem } from '#platform/access/select-item.ts';
import { policy, type Policy, type Relation } from '#platform/access/policy.ts';
import { purposes } from '#platform/access/purpose.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who, type Item, type Standing } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { testDatabase } from './database.ts';
import {
  joinCircle,
  makeManager,
  makePerson,
  makeSchool,
  type TestPerson,
  type TestSchool,
} from './factories.ts';
import { seeded, type Random } from './random.ts';
import { startOfTests } from './site.ts';

/**
 * The kernel answers twice from one policy: for one item in the program, for lists in SQL. Whatever
 * the policy, the grants, the circles, the roles and the managers, the two must say the same.
 */

const roleNames = ['head', 'cpd-leader', 'administrator'];
const parts = ['participant', 'facilitator'];
const relations: Relation[] = [
  'author',
  'reader',
  'contributor',
  'editor',
  'circle',
  'circle:facilitator',
  'circle:participant',
  'staff',
  'pupil',
  'role:head',
  'role:cpd-leader',
];

for (const seed of [1, 2, 3]) {
  test(`one thing and lists are decided alike (chance ${seed})`, async () => {
    const { db } = await testDatabase();
    const random = seeded(seed);
    const school = await makeSchool(db);
    const other = await makeSchool(db, 'Hill Lane Primary');
    const circles = Array.from({ length: 4 }, () => ({ id: newId(), excludesManagers: random.maybe(0.3) }));
    const people = await makePeople(db, random, school, other, circles);
    const policies = Array.from({ length: 8 }, (_, n) => makePolicy(random, n));
    const ids = await makeItems(db, random, school, people, policies, circles);
    const owners = [school.id, other.id, ...people.map(({ personId }) => personId)];

    let [allowed, refused] = [0, 0];
    for (const person of people) {
      const standing = await standingOf(db, person, person.organisationId === school.id ? school : other);
      const items = await reachAll(db, standing, ids);
      for (const purpose of purposes) {
        for (const each of policies) {
          for (const ability of ['read', 'change'] as const) {
            const who = new Who(standing, purpose);
            const one = items.filter((item) => who.may(ability, each, item)).map(({ id }) => id);
            const listed = await listIds(db, who, each, ability, owners);
            assert.deepEqual(
              listed,
              one.toSorted(),
              `${person.name}, ${purpose}, ${JSON.stringify(each.may[ability])}`,
            );
            allowed += one.length;
            refused += items.length - one.length;
          }
        }
      }
    }
    // Chance that never allows, or never refuses, proves nothing.
    assert.ok(allowed > 100 && refused > 100, `${allowed} allowed, ${refused} refused`);
  });
}

async function makePeople(
  db: Db,
  random: Random,
  school: TestSchool,
  other: TestSchool,
  circles: readonly { id: string; excludesManagers: boolean }[],
): Promise<TestPerson[]> {
  const people: TestPerson[] = [];
  for (let n = 0; n < 8; n++) {
    const kind = random.pick(['staff', 'staff', 'staff', 'pupil', 'guest'] as const);
    const where = n < 7 ? school : other;
    people.push(await makePerson(db, where, { kind, roles: random.some(roleNames, 0.3) }));
  }
  for (const person of people.slice(0, 7)) {
    for (const circle of random.some(circles))
      await joinCircle(db, school, circle.id, person, random.pick(parts), circle);
    for (const managed of random.some(people.slice(0, 7), 0.2))
      if (managed !== person) await makeManager(db, school, person, managed);
  }
  return people;
}

function makePolicy(random: Random, n: number): Policy<'read' | 'change'> {
  const purpose = random.pick(purposes);
  // A line manager is let in for being one where appraisal is concerned, and nowhere else.
  const named: Relation[] = purpose === 'appraisal' ? [...relations, 'manager'] : relations;
  return policy({
    kind: `kind-${n}`,
    purpose,
    noun: 'thing',
    logged: false,
    ...(random.maybe(0.3) ? { only: ['staff'] as const } : {}),
    may: { read: random.some(named, 0.3), change: random.some(named, 0.2) },
    ask: '',
  });
}

test('nothing but what is for appraisal can be opened to line managers for being so', () => {
  for (const purpose of purposes) {
    const declare = () =>
      policy({
        kind: 'k',
        purpose,
        noun: 'thing',
        logged: false,
        may: { read: ['author'], see: ['manager'] },
        ask: '',
      });
    if (purpose === 'appraisal') assert.equal(declare().purpose, purpose);
    else assert.throws(declare, /names line managers/, purpose);
  }
});

async function makeItems(
  db: Db,
  random: Random,
  school: TestSchool,
  people: readonly TestPerson[],
  policies: readonly Policy[],
  circles: readonly { id: string }[],
): Promise<{ ownerId: string; id: string }[]> {
  const named = [
    ...people.map(({ personId }) => principals.person(personId)),
    ...circles.flatMap(({ id }) => [principals.circle(id), principals.circle(id, 'facilitator')]),
    ...roleNames.map((role) => principals.role(school.id, role)),
    principals.kind(school.id, 'staff'),
  ];
  const made: { ownerId: string; id: string }[] = [];
  for (let n = 0; n < 50; n++) {
    const author = random.pick(people);
    const ownerId = random.maybe() ? school.id : author.personId;
    const grants: Grant[] = random
      .some(named, 0.15)
      .map((principal) => ({ principal, ability: random.pick<Ability>(['read', 'contribute', 'edit']) }));
    const id = await insertItem(
      db,
      {
        ownerId,
        policy: random.pick(policies),
        authorId: author.personId,
        circleId: random.maybe() ? random.pick(circles).id : null,
        grants,
        excludesManagers: random.maybe(0.3),
      },
      startOfTests,
    );
    made.push({ ownerId, id });
  }
  return made;
}

const standingOf = (
  db: Db,
  { personId, name }: TestPerson,
  { id, name: schoolName }: TestSchool,
): Promise<Standing> =>
  selectStanding(
    db,
    { personId, name, locale: 'en-GB', theme: 'auto' },
    { id, name: schoolName, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-18',
  );

async function reachAll(
  db: Db,
  standing: Standing,
  ids: readonly { ownerId: string; id: string }[],
): Promise<Item[]> {
  const who = new Who(standing, 'learning');
  const items = await Promise.all(
    ids.map(({ ownerId, id }) => selectItem(db, who, ownerId, id, startOfTests)),
  );
  return items.map((item) => item!);
}

async function listIds(
  db: Db,
  who: Who,
  each: Policy<'read' | 'change'>,
  ability: 'read' | 'change',
  owners: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('item as i')
    .select('i.id')
    .where('i.owner_id', 'in', owners)
    .where(who.sees('i', each, ability))
    .orderBy('i.id')
    .execute();
  return rows.map(({ id }) => id);
}
