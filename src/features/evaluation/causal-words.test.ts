import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overstatements } from './causal-words.ts';

const found = (says: string, comparison: 'none' | 'other-class' = 'none') =>
  overstatements(says, 'pupils', comparison).map((each) => each.found.toLowerCase());

test('words of cause are pointed out where nothing is compared', () => {
  for (const [says, word] of [
    ['Guided talk led to better reading.', 'led to'],
    ['The programme caused a rise in questions.', 'caused'],
    ['Pupils read more because of the partnerships.', 'because of'],
    ['Thanks to coaching, pupils wrote more.', 'thanks to'],
    ['Reading improved a great deal by working in pairs', 'improved a great deal by'],
    ['This resulted in fewer guesses.', 'resulted in'],
    ['It had an impact on pupils.', 'had an impact'],
    ['The figures prove it.', 'prove'],
  ] as const)
    assert.deepEqual(found(says), [word], says);
});

test('plain accounts of what was seen are let be', () => {
  for (const says of [
    'Between the start and the end, pupils asked three more questions (12 pupils, no comparison group).',
    'Pupils improved by the end of the year.',
    'Results rose by 12 points.',
    'Pupils increased their questions by about three.',
    'Eleven of twelve pupils used a new word.',
  ])
    assert.deepEqual(found(says), [], says);
});

test('with a comparison a word of cause about pupils is let be, about what people report it is not', () => {
  assert.deepEqual(found('Guided talk led to better reading.', 'other-class'), []);
  const [reported] = overstatements('The training led to new habits.', 'self-report', 'other-class');
  assert.match(reported!.why, /What people report or use does not show that/);
});

test('usage and what people say are never called impact, and each note says how to put it', () => {
  const [usage] = overstatements('High attendance shows impact.', 'usage', 'other-class');
  assert.match(usage!.why, /not called impact/);
  assert.ok(usage!.instead.length > 20);
});
