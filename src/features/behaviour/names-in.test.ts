import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOfOthers } from './names-in.ts';

const near = [
  { personId: '1', name: 'Cai Roberts', givenName: 'Cai' },
  { personId: '2', name: 'Will Hall', givenName: 'Will' },
  { personId: '3', name: 'Elif Yılmaz', givenName: 'Elif' },
  { personId: '4', name: 'محمد علي', givenName: 'محمد' },
  { personId: '5', name: 'Cai Ellis', givenName: 'Cai' },
];

test('a name is found as a word of its own, in any writing, with the capital that names have', () => {
  const found = (words: string) => namesOfOthers(words, near, '1');
  assert.deepEqual(found('Pushed Will, then left.'), ['Will']);
  assert.deepEqual(found('She will try, and Willow too.'), []);
  assert.deepEqual(found('Elif’s bag'), ['Elif']);
  assert.deepEqual(found('ساعد محمد في الصف'), ['محمد']);
});

test('one’s own name may stand, also where another pupil has it', () => {
  assert.deepEqual(namesOfOthers('Cai said sorry to Elif.', near, '1'), ['Elif']);
});
