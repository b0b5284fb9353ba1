import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextClassName, nextYearLabel } from './next-year.ts';

const labels: readonly (readonly [string, string | null])[] = [
  ['N', 'R'],
  ['R', '1'],
  ['Reception', '1'],
  ['1', '2'],
  ['9', '10'],
  ['02', '03'],
  ['09', '10'],
  ['KG', '01'],
  ['Year 5', 'Year 6'],
  ['3, 4', '4, 5'],
  ['Sixth form', null],
  ['3, x', null],
];

for (const [label, next] of labels)
  test(`after the year “${label}” comes ${next === null ? 'what only the school knows' : `“${next}”`}`, () =>
    assert.equal(nextYearLabel(label), next));

const names: readonly (readonly [string, string | null, string | null])[] = [
  ['Class 5P', '5', 'Class 6P'],
  ['7A', '7', '8A'],
  ['09B', '09', '10B'],
  ['9B', '9', '10B'],
  ['Class RS', 'R', 'Class 1S'],
  ['Class RA', 'Reception', 'Class 1A'],
  ['Class NB', 'Nursery', 'Class RB'],
  ['Reception Rowan', 'R', null],
  ['Otters', '2', null],
  ['Class 15', '5', null],
  ['Year 10 Blue', '10', 'Year 11 Blue'],
  ['Class 5P', null, null],
  ['Class 3/4', '3, 4', null],
];

for (const [name, label, next] of names)
  test(`${name}, year ${label ?? 'unsaid'}, is followed by ${next ?? 'what the office says'}`, () =>
    assert.equal(nextClassName(name, label), next));
