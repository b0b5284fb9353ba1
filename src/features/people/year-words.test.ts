import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearWords } from './year-words.ts';

test('a year group is said as people say it, however it was written down', () => {
  const said: Readonly<Record<string, string>> = {
    '5': 'Year 5',
    '05': 'Year 5',
    '10': 'Year 10',
    'Year 9': 'Year 9',
    Y7: 'Year 7',
    '0': 'Reception',
    R: 'Reception',
    Reception: 'Reception',
    N: 'Nursery',
    Nursery: 'Nursery',
    'Nursery 2': 'Nursery 2',
    'Sixth form': 'Sixth form',
    'Grade 3': 'Grade 3',
    '3, 4': 'Year 3 and Year 4',
  };
  for (const [written, words] of Object.entries(said)) assert.equal(yearWords(written), words);
});
