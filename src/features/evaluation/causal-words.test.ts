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
    ['Guided talk made pupils ask more.', 'made pupils'],
    ['The circle made all our quieter pupils speak.', 'made all our quieter pupils'],
    ['Working in pairs got them to ask why.', 'got them to'],
    ['Seminars helped teachers wait.', 'helped teachers'],
    ['Talk partners enabled the class to reason.', 'enabled the class'],
    ['Coaching improved their reading.', 'coaching improved'],
    ['Rehearsal improved the writing of Year 5.', 'improved the'],
    ['Working together made a real difference.', 'made a real difference'],
    ['Pupils spoke longer owing to the silence.', 'owing to'],
    ['As a consequence pupils guessed less.', 'as a consequence'],
    ['The silence contributed to longer answers.', 'contributed to'],
    ['The effect of guided talk was large.', 'effect of'],
    ['The programme was very effective.', 'was very effective'],
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
    'Pupils made good progress in retelling.',
    'Pupils made more progress after the second cycle.',
    'Teachers made notes with pupils.',
    'Pupils improved their retelling.',
    'More questions went with longer answers.',
    'After the partnerships began, pupils asked more.',
    'The pupils who got help asked less of it later.',
    'The effect size was 0.4.',
    'The improvement in reading was seen in both classes.',
  ])
    assert.deepEqual(found(says), [], says);
});

test('with a comparison a word of cause about pupils is let be, about what people report it is not', () => {
  assert.deepEqual(found('Guided talk led to better reading.', 'other-class'), []);
  const [reported] = overstatements('The training led to new habits.', 'self-report', 'other-class');
  assert.match(reported!.why, /What people report or use does not show that/);
});

test('lessons that were seen are not compared, whatever is compared of pupils', () => {
  const [seen] = overstatements('The training led to longer silences.', 'practice', 'other-class');
  assert.match(seen!.why, /The comparison is between pupils, not between lessons/);
});

test('each phrase comes with one that says no more than was seen', () => {
  const instead = (says: string) => overstatements(says, 'pupils', 'none')[0]!.instead;
  assert.match(instead('Guided talk led to better reading.'), /“was followed by” or “went with”/);
  assert.match(instead('Pupils read more because of it.'), /“after”/);
  assert.match(instead('Guided talk made pupils ask more.'), /who did what and when/);
});

test('usage and what people say are never called impact, and each note says how to put it', () => {
  const [usage] = overstatements('High attendance shows impact.', 'usage', 'other-class');
  assert.match(usage!.why, /not called impact/);
  assert.ok(usage!.instead.length > 20);
});
