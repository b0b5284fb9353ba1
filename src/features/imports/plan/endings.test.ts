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
  whole,
} from '#test/fixtures/imports/small-rosters.ts';
import { nothingYet } from './existing.ts';
import { planImport } from './plan-import.ts';

test('someone said to have left is ended with their last day and their classes, and stays ended', () => {
  const parts = { units: [unit('8B')], memberships: [inClass('a', '8B')] };
  const before = after({ ...parts, people: [person('a')] });
  const left = { ...parts, people: [person('a', { endsOn: '2026-11-20' })] };
  const plan = planImport(roster(left), before, today);
  assert.deepEqual(
    plan.people.ended.map(({ id, reason, on }) => [id, reason, on]),
    [['person-000001', 'said-to-have-left', '2026-11-20']],
  );
  assert.deepEqual(plan.memberships.ended, [
    { id: 'membership-000001', reason: 'person-left', on: '2026-11-20' },
  ]);
  const then = applyPlan(before, plan);
  assert.equal(then.people.length, 1);
  assert.equal(planImport(roster(left), then, today).nothingToDo, true);
});

test('a last day that is today or later ends nobody yet', () => {
  const before = after({ people: [person('a')] });
  const plan = planImport(roster({ people: [person('a', { endsOn: today })] }), before, today);
  assert.deepEqual([plan.people.ended.length, changes(plan)], [0, [['endsOn', undefined, today]]]);
});

test('someone who comes back is shown as coming back', () => {
  const before = after({ people: [person('a', { ended: true })] }, after({ people: [person('a')] }));
  assert.equal(before.people[0]?.ended, true);
  const plan = planImport(roster({ people: [person('a')] }), before, today);
  assert.deepEqual(changes(plan), [
    ['ended', true, false],
    ['endsOn', today, undefined],
  ]);
  assert.equal(
    planImport(roster({ people: [person('a')] }), applyPlan(before, plan), today).nothingToDo,
    true,
  );
});

test('someone who left before we ever had them is not brought in', () => {
  const plan = planImport(roster({ people: [person('a', { endsOn: '2020-07-20' })] }), nothingYet, today);
  assert.deepEqual([plan.people.added.length, plan.people.alreadyLeft, plan.nothingToDo], [0, 1, true]);
});

test('being absent ends someone only when asked, from a whole bundle, of the same source', () => {
  const many = Array.from({ length: 10 }, (_, index) => person(`p${index}`));
  const before = after({ people: many });
  const fewer = { people: many.slice(1) };
  assert.equal(planImport(roster(fewer), before, today).people.ended.length, 0);
  assert.equal(
    planImport(roster({ ...fewer, coverage: { ...whole, people: false } }), before, today, {
      endAbsent: true,
    }).people.ended.length,
    0,
  );
  assert.equal(
    planImport(roster({ ...fewer, sourceName: 'other' }), before, today, { endAbsent: true }).people.ended
      .length,
    0,
  );
  const plan = planImport(roster(fewer), before, today, { endAbsent: true });
  assert.deepEqual(
    plan.people.ended.map(({ id, reason, on }) => [id, reason, on]),
    [['person-000001', 'absent', today]],
  );
  assert.deepEqual(plan.needsConfirmation, []);
});

test('a person made by hand, or known to another system too, is never ended for being absent', () => {
  const before = after({ people: [person('a'), person('b'), person('c')] });
  const people = before.people.map((each, index) => ({
    ...each,
    sourceKeys:
      index === 0 ? [] : index === 1 ? [...each.sourceKeys, { source: 'other', key: 'x' }] : each.sourceKeys,
  }));
  const plan = planImport(roster({}), { ...before, people }, today, { endAbsent: true });
  assert.deepEqual(
    plan.people.ended.map(({ id }) => id),
    ['person-000003'],
  );
});

test('more than a fifth of a kind of people ending asks once more, each kind by itself', () => {
  const pupils = Array.from({ length: 100 }, (_, index) => person(`p${index}`));
  const staff = Array.from({ length: 5 }, (_, index) =>
    person(`s${index}`, { kind: 'staff', roles: ['teacher'] }),
  );
  const before = after({ people: [...pupils, ...staff] });
  const plan = planImport(roster({ people: [...pupils, ...staff.slice(2)] }), before, today, {
    endAbsent: true,
  });
  assert.deepEqual(plan.needsConfirmation, [
    {
      kind: 'staff',
      ending: 2,
      of: 5,
      message: '2 of 5 staff would end. Check that this is the right, complete file.',
    },
  ]);
  const confirmed = { endAbsent: true, manyEndingsConfirmed: true };
  assert.deepEqual(planImport(roster({ people: pupils }), before, today, confirmed).needsConfirmation, []);
});
