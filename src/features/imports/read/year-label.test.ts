import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeLabel, yearLabel } from './year-label.ts';

test('a year group is one label however it is written', () => {
  for (const text of ['7', '07', 'Y7', 'Yr 7', 'year 7', 'Year Group 7'])
    assert.equal(yearLabel(text), 'Year 7', text);
  for (const text of ['R', 'Rec', 'reception', 'YR', '0']) assert.equal(yearLabel(text), 'Reception', text);
  for (const text of ['N1', 'Nursery', 'nursery 2']) assert.equal(yearLabel(text), 'Nursery', text);
  assert.equal(yearLabel('S3'), 'S3');
});

test('a grade keeps its number; only its name is the country’s', () => {
  assert.equal(gradeLabel('07', 'england'), 'Year 7');
  assert.equal(gradeLabel('kg', 'england'), 'Reception');
  assert.equal(gradeLabel('07', 'american'), 'Grade 7');
  assert.equal(gradeLabel('KG', 'american'), 'Kindergarten');
  assert.equal(gradeLabel('Other', 'england'), 'Other');
});
