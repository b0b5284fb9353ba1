import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPlan } from '#test/fixtures/imports/apply-plan.ts';
import { readPlain } from '../read/plain.ts';
import { nothingYet } from './existing.ts';
import { planImport } from './plan-import.ts';

const today = '2026-11-22';
const staff = (rows: string) => list(`Staff code,Forename,Surname,E-mail,DOB\n${rows}`, 'staff');
const list = (text: string, kind: 'staff' | 'pupils') =>
  readPlain([{ name: 'list.csv', bytes: new TextEncoder().encode(text) }], { kind });
const given = (rows: string) => applyPlan(nothingYet, planImport(staff(rows), nothingYet, today));
const found = (before: string, rows: string) =>
  planImport(staff(rows), given(before), today).duplicates.map(({ key, other, because }) => [
    key,
    'id' in other ? other.id : other.key,
    ...because,
  ]);

test('the same name without accents, case and marks is shown, and both records stay apart', () => {
  assert.deepEqual(found('A1,René,O’Brien-Núñez,,', 'B1,RENE,O Brien Nunez,,'), [
    ['staff-code:B1', 'person-000001', 'same name'],
  ]);
  const plan = planImport(staff('B1,RENE,O Brien Nunez,,'), given('A1,René,O’Brien-Núñez,,'), today);
  assert.equal(plan.people.added.length, 1);
});

test('the same e-mail is shown whatever the names', () => {
  assert.deepEqual(found('A1,Anna,Smith,a@s.example,', 'B1,Anna,Jones,A@S.example,'), [
    ['staff-code:B1', 'person-000001', 'same e-mail'],
  ]);
});

test('the same name and date of birth is stronger than the same name; different dates are different people', () => {
  assert.deepEqual(found('A1,Anna,Smith,,1/2/1980', 'B1,Anna,Smith,,1 Feb 1980'), [
    ['staff-code:B1', 'person-000001', 'same name and date of birth'],
  ]);
  assert.deepEqual(found('A1,Anna,Smith,,1/2/1980', 'B1,Anna,Smith,,2/2/1980'), []);
});

test('two rows of one file may be one person', () => {
  assert.deepEqual(found('', 'A1,Anna,Smith,,\nB1,anna,smith,,'), [
    ['staff-code:B1', 'staff-code:A1', 'same name'],
  ]);
});

test('a pupil with the name of a teacher is not shown for that', () => {
  const pupils = list('UPN,Forename,Surname\nX1,Anna,Smith\n', 'pupils');
  assert.deepEqual(planImport(pupils, given('A1,Anna,Smith,,'), today).duplicates, []);
});

test('once a person has said that two are one, the next import knows it', () => {
  const before = given('A1,Anna,Smith,,');
  const plan = planImport(staff('B1,Anna,Smith,,'), before, today, {
    samePerson: { 'staff-code:B1': 'person-000001' },
  });
  assert.deepEqual([plan.people.added.length, plan.duplicates, plan.people.linked.length], [0, [], 1]);
  const again = planImport(staff('B1,Anna,Smith,,\nA1,Anna,Smith,,'), applyPlan(before, plan), today);
  assert.equal(again.people.added.length, 0);
  const settled = planImport(
    staff('B1,Anna,Smith,,\nA1,Anna,Smith,,'),
    applyPlan(applyPlan(before, plan), again),
    today,
  );
  assert.equal(settled.nothingToDo, true);
});
