import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOneLine, withoutStop } from './join-words.ts';

test('a sentence that ends in a full stop is joined without a full stop before the comma', () => {
  assert.equal(
    inOneLine(['Explain it to pupils.', 'all of us', 'by 24 November']),
    'Explain it to pupils, all of us, by 24 November',
  );
  assert.equal(inOneLine(['Book the library', '', null, 'all of us']), 'Book the library, all of us');
  assert.equal(inOneLine(['Only this.']), 'Only this.');
});

test('a question, an ellipsis and an empty text stay as they were typed', () => {
  for (const text of ['Who tells them?', 'And then...', '']) assert.equal(withoutStop(text), text);
});
