import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { applyPlan } from '#test/fixtures/imports/apply-plan.ts';
import { readRoster } from '../read/index.ts';
import { emptyRoster, type Roster, type RosterMembership, type RosterPerson } from '../read/roster.ts';
import { nothingYet } from './existing.ts';
import { planImport } from './plan-import.ts';
import type { PlanOptions } from './plan.ts';

/** Numbers that are the same on every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A roster put together by chance out of few keys, so that two of them overlap much and differ much. */
function chanceRoster(random: (below: number) => number): Roster {
  const pick = <T>(...choices: readonly T[]): T => choices[random(choices.length)]!;
  const at = { file: 'users.csv', line: 2 };
  const some = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${letter}${index}`).filter(() => random(4) > 0);
  const endsOn = pick<{ endsOn?: string }>({}, {}, { endsOn: '2026-01-01' }, { endsOn: '2027-01-01' });
  const people = some('p', 8).map((key): RosterPerson => {
    const kind = pick('staff', 'pupil', 'family');
    return {
      key,
      organisationKeys: pick([], ['o0'], ['o1'], ['o0', 'o1']),
      kind,
      givenName: pick('Anna', 'Ánna', 'Rhys'),
      familyName: pick('Smith', ''),
      emails: pick(
        [],
        [{ address: `${key}@a.example`, use: 'school' }],
        [{ address: 'one@a.example', use: 'school' }],
      ),
      roles: pick([], ['teacher'], ['parent', 'coach']),
      rolesToConfirm: [],
      ...pick(
        {},
        { preferredName: 'An' },
        { yearLabel: 'Year 7', grades: ['07'] },
        { dateOfBirth: '2012-01-01' },
      ),
      ...pick({}, {}, endsOn),
      ended: random(6) === 0,
      at,
    };
  });
  const memberships = Array.from({ length: 16 }, (): RosterMembership => ({
    personKey: `p${random(9)}`,
    unitKey: `u${random(4)}`,
    role: pick('pupil', 'teacher'),
    ...pick({}, { startsOn: '2026-09-01' }, { endsOn: '2026-10-01' }),
    ended: random(6) === 0,
    at,
  }));
  return {
    ...emptyRoster('oneroster', []),
    coverage: {
      people: random(2) === 0,
      units: random(2) === 0,
      memberships: pick('everyone', 'those-listed', 'some'),
    },
    organisations: ['o0', 'o1'].map((key) => ({
      key,
      name: pick('North', 'South'),
      kind: 'school',
      ended: false,
    })),
    terms: some('t', 2).map((key) => ({
      key,
      name: key,
      kind: pick('year', 'term'),
      startsOn: '2026-09-01',
      endsOn: pick('2027-07-20', '2027-07-21'),
      ended: random(5) === 0,
    })),
    units: some('u', 4).map((key) => ({
      key,
      ...pick({}, { organisationKey: 'o0' }, { organisationKey: 'o9' }),
      kind: pick('class', 'form'),
      name: pick('7A', '8B'),
      ...pick({}, { subject: 'Art' }),
      yearLabels: pick([], ['Year 7']),
      termKeys: [],
      ended: random(6) === 0,
    })),
    people,
    memberships,
    relations: Array.from({ length: 5 }, () => ({ adultKey: `p${random(9)}`, pupilKey: `p${random(9)}` })),
  };
}

test('whatever comes in, carrying a plan out leaves nothing to do when it is made again', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = randomFrom(seed * 7919);
    let existing = nothingYet;
    for (let round = 0; round < 4; round += 1) {
      const roster = chanceRoster(random);
      const options: PlanOptions = {
        endAbsent: random(2) === 0,
        ...(random(3) === 0 && existing.people.length > 2
          ? {
              samePerson: {
                p0: existing.people[0]!.id,
                p1: existing.people[0]!.id,
                p2: existing.people[1]!.id,
              },
            }
          : {}),
      };
      const before = structuredClone(existing);
      const plan = planImport(roster, existing, '2026-11-22', options);
      assert.deepEqual(existing, before);
      existing = applyPlan(existing, plan);
      const again = planImport(roster, existing, '2026-11-22', options);
      const { people, units, terms, organisations, memberships, relations } = again;
      const left = { people, units, terms, organisations, memberships, relations };
      assert.equal(again.nothingToDo, true, `seed ${seed}, round ${round}: ${JSON.stringify(left, null, 1)}`);
      assert.deepEqual(again.duplicates, []);
    }
  }
});

test('the trust of four is read and planned fast enough to wait for, and a second time changes nothing', async () => {
  const url = new URL('../../../../test/fixtures/imports/trust-of-four.zip', import.meta.url);
  const bytes = new Uint8Array(await readFile(url));
  const start = performance.now();
  const roster = readRoster([{ name: 'trust-of-four.zip', bytes }]);
  const read = performance.now();
  const plan = planImport(roster, nothingYet, '2026-11-22');
  const planned = performance.now();
  assert.deepEqual(
    [roster.people.length, roster.memberships.length, roster.problems.length],
    [3640, 14_663, 0],
  );
  assert.deepEqual([plan.people.added.length, plan.memberships.added.length], [3640, 14_663]);
  const existing = applyPlan(nothingYet, plan);
  const again = performance.now();
  assert.equal(planImport(roster, existing, '2026-11-22', { endAbsent: true }).nothingToDo, true);
  const replanned = performance.now();
  // Several times what it takes alone on two cores, so that a busy machine does not fail it.
  assert.ok(read - start < 2000, `read in ${read - start} ms`);
  assert.ok(planned - read < 1000, `planned in ${planned - read} ms`);
  assert.ok(replanned - again < 1000, `planned again in ${replanned - again} ms`);
});
