import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutLabels } from './without-labels.ts';

const hidden = (text: string, ...labels: string[]) =>
  withoutLabels(text, labels, (place) => `[${place + 1}]`);

test('labels stand as numbers, whole words alone, whatever their capitals', () => {
  assert.equal(
    hidden('Gwen asked. GWEN’S turn; Gwendolen waited', 'Gwen'),
    '[1] asked. [1]’S turn; Gwendolen waited',
  );
  assert.equal(hidden('Siân a Siân-Elin', 'Siân', 'Siân-Elin'), '[1] a [2]');
});

test('the longer of two labels is found first', () => {
  assert.equal(hidden('Gwen M before Gwen', 'Gwen', 'Gwen M'), '[2] before [1]');
});

test('a letter alone names nobody, and signs are only signs', () => {
  assert.equal(hidden('A girl and Pupil B', 'A', 'Pupil B'), 'A girl and [2]');
  assert.equal(hidden('a+ (b) a', 'a+', '(b)'), '[1] [2] a');
  assert.equal(hidden('nothing', ''), 'nothing');
});
