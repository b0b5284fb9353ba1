import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPlan } from '#test/fixtures/imports/apply-plan.ts';
import {
  after,
  changes,
  inClass,
  person,
  roster,
  today,
  unit,
} from '#test/fixtures/imports/small-rosters.ts';
import { readPlain } from '../read/plain.ts';
import type { Roster } from '../read/roster.ts';
import { nothingYet } from './existing.ts';
import { planImport } from './plan-import.ts';

const staffList = (text: string): Roster =>
  readPlain([{ name: 'staff.csv', bytes: new TextEncoder().encode(text) }], { kind: 'staff' });

test('bringing the same roster in twice leaves nothing to do', () => {
  const parts = {
    people: [person('a'), person('b')],
    units: [unit('8B')],
    memberships: [inClass('a', '8B')],
  };
  const once = after(parts);
  const again = planImport(roster(parts), once, today, { endAbsent: true });
  assert.equal(again.nothingToDo, true);
  assert.deepEqual([again.people.unchanged, again.units.unchanged, again.memberships.unchanged], [2, 1, 1]);
});

test('a change is shown field by field, before and after', () => {
  const before = after({
    people: [person('a', { yearLabel: 'Year 7', emails: [{ address: 'a@old.example', use: 'school' }] })],
  });
  const plan = planImport(
    roster({
      people: [
        person('a', {
          familyName: 'Pérez',
          yearLabel: 'Year 8',
          emails: [{ address: 'a@new.example', use: 'school' }],
        }),
      ],
    }),
    before,
    today,
  );
  assert.deepEqual(changes(plan), [
    ['familyName', 'Morgan', 'Pérez'],
    ['yearLabel', 'Year 7', 'Year 8'],
    ['emails', ['a@old.example'], ['a@old.example', 'a@new.example']],
  ]);
});

test('a blank says nothing: it changes nothing and takes nothing away', () => {
  const before = after({
    people: [
      person('a', {
        kind: 'staff',
        roles: ['teacher', 'coach'],
        jobTitle: 'Cook',
        upn: 'A1',
        preferredName: 'Al',
      }),
    ],
  });
  const plan = planImport(roster({ people: [person('a', { kind: 'staff', roles: [] })] }), before, today);
  assert.deepEqual([plan.nothingToDo, plan.people.unchanged], [true, 1]);
});

test('a preferred name is filled in once and is then the person’s own', () => {
  const before = after({ people: [person('a', { preferredName: 'Al' })] });
  assert.equal(
    planImport(roster({ people: [person('a', { preferredName: 'Ali' })] }), before, today).nothingToDo,
    true,
  );
});

test('a pupil who changes form leaves the old one, though the list says nothing of it', () => {
  const list = (form: string): Roster =>
    readPlain(
      [
        {
          name: 'pupils.csv',
          bytes: new TextEncoder().encode(
            `UPN,Forename,Surname,Form\nA1,Rhys,Morgan,${form}\nA2,Nia,Rees,7A\n`,
          ),
        },
      ],
      {},
    );
  const before = applyPlan(nothingYet, planImport(list('7A'), nothingYet, today));
  const plan = planImport(list('7B'), before, today);
  assert.deepEqual(
    plan.memberships.added.map(({ unitKey }) => unitKey),
    ['form:7b'],
  );
  assert.deepEqual(plan.memberships.ended, [{ id: 'membership-000001', reason: 'moved', on: today }]);
  assert.equal(planImport(list('7B'), applyPlan(before, plan), today).nothingToDo, true);
  assert.equal(planImport(list(''), before, today).nothingToDo, true);
});

test('a colleague added to a class by hand stays when the whole class list is brought in again', () => {
  const parts = {
    people: [person('a'), person('b')],
    units: [unit('8B')],
    memberships: [inClass('a', '8B')],
  };
  const before = after(parts);
  const byHand = {
    id: 'm-hand',
    personId: 'person-000002',
    unitId: 'unit-000001',
    role: 'pupil',
    ended: false,
  } as const;
  const existing = { ...before, memberships: [...before.memberships, byHand] };
  const plan = planImport(roster({ ...parts, memberships: [] }), existing, today, { endAbsent: true });
  assert.deepEqual(
    plan.memberships.ended.map(({ id, reason }) => [id, reason]),
    [['membership-000001', 'absent']],
  );
});

test('an organisation that a person names as ours is linked, not added, and keeps our name for it', () => {
  const school = { key: 'S', name: 'Pagac Elementary School', kind: 'school', ended: false } as const;
  const ours = { id: 'o1', name: 'Ysgol y Bryn', kind: 'school', sourceKeys: [], ended: false } as const;
  const existing = { ...nothingYet, organisations: [ours] };
  const parts = { organisations: [school], people: [person('a', { organisationKeys: ['S'] })] };
  const plan = planImport(roster(parts), existing, today, { sameOrganisation: { S: 'o1' } });
  assert.deepEqual(
    [plan.organisations.added.length, plan.organisations.linked],
    [0, [{ key: 'S', id: 'o1' }]],
  );
  const then = applyPlan(existing, plan);
  assert.deepEqual(then.people[0]?.organisationIds, ['o1']);
});

test('a pupil who moves to another school of the trust is in the new one alone', () => {
  const school = (key: string) => ({ key, name: key, kind: 'school', ended: false }) as const;
  const organisations = [school('S'), school('N')];
  const before = after({ organisations, people: [person('a', { organisationKeys: ['S'] })] });
  const moved = { organisations, people: [person('a', { organisationKeys: ['N'] })] };
  const plan = planImport(roster(moved), before, today);
  assert.deepEqual(changes(plan), [['organisations', ['S'], ['N']]]);
  const north = before.organisations.find(({ name }) => name === 'N');
  assert.deepEqual(applyPlan(before, plan).people[0]?.organisationIds, [north?.id]);
});

test('a relation is made only between a pupil and someone of the family', () => {
  const people = [
    person('child'),
    person('mum', { kind: 'family', roles: ['parent'] }),
    person('tutor', { kind: 'staff', roles: ['teacher'] }),
  ];
  const relations = [
    { adultKey: 'mum', pupilKey: 'child' },
    { adultKey: 'tutor', pupilKey: 'child' },
    { adultKey: 'stranger', pupilKey: 'child' },
  ];
  const plan = planImport(roster({ people, relations }), nothingYet, today);
  assert.deepEqual(plan.relations.added, [{ adultKey: 'mum', pupilKey: 'child' }]);
  const before = applyPlan(nothingYet, plan);
  const without = planImport(roster({ people }), before, today, { endAbsent: true });
  assert.deepEqual(without.relations.ended, [{ id: 'relation-000001', reason: 'absent' }]);
});

test('changes may enrol people and classes we have, though the bundle does not repeat them', () => {
  const before = after({ people: [person('a')], units: [unit('8B')] });
  const some = { people: false, units: false, memberships: 'some' } as const;
  const plan = planImport(roster({ coverage: some, memberships: [inClass('a', '8B')] }), before, today);
  assert.deepEqual([plan.memberships.added.length, plan.problems], [1, []]);
});

test('changes that refer to people we do not have are problems with their row', () => {
  const parts = {
    coverage: { people: false, units: false, memberships: 'some' },
    memberships: [inClass('ghost', '8B')],
  } as const;
  const plan = planImport(roster(parts), after({ units: [unit('8B')] }), today);
  assert.deepEqual(
    plan.problems.map(({ code, line, value }) => [code, line, value]),
    [['unknown-reference', 2, 'ghost']],
  );
});

test('the order of the plan does not hang on the order of the rows', () => {
  const rows = ['A1,Siân,Álvarez', 'A2,Nia,Zola', 'A3,Eve,Adams'];
  const plan = (order: string[]) =>
    planImport(
      staffList(`Staff code,Forename,Surname\n${order.join('\n')}\n`),
      nothingYet,
      today,
    ).people.added.map(({ key }) => key);
  assert.deepEqual(plan(rows), ['staff-code:A3', 'staff-code:A1', 'staff-code:A2']);
  assert.deepEqual(plan(rows.toReversed()), plan(rows));
});
