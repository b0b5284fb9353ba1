import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finderOf, nearest } from './find-known.ts';

const find = finderOf({
  staff: [
    { id: '1', name: 'Ffion Puw', code: 'FPU', emails: ['ffion@school.example'] },
    { id: '2', name: 'Huw Parry', code: 'HPA', emails: [] },
    { id: '3', name: 'Huw Parry', code: null, emails: ['huw2@school.example'] },
  ],
  units: [
    { id: '4', name: '7B/Ma' },
    { id: '5', name: '7B/Sc' },
  ],
  rooms: [{ id: '6', name: 'Lab 1' }],
});
const person = (text: string): string => {
  const found = find.person(text);
  return typeof found === 'string' ? found : found.id;
};

test('a colleague is found by code, address or name, whichever name stands first', () => {
  for (const text of ['fpu', 'FFION@school.example', 'Ffion Puw', 'Puw, Ffion'])
    assert.equal(person(text), '1', text);
  assert.equal(person('huw2@school.example'), '3');
});

test('of two of one name none is guessed, and what is near is named where nobody is found', () => {
  assert.match(person('Huw Parry'), /Several colleagues are called “Huw Parry”/);
  assert.equal(person('Fion Puw'), 'Nobody on the staff is “Fion Puw”. Near it: Ffion Puw.');
  assert.equal(find.unit('7B/Maths'), 'There is no class “7B/Maths”. Near it: 7B/Ma.');
  assert.equal(find.unit('Choir'), 'There is no class “Choir”.');
  assert.equal(find.room('LAB 1')?.id, '6');
});

test('at most three are near, the nearest first', () => {
  assert.deepEqual(nearest('7B/M', ['7B/Ma', '7C/Ma', '7B/Mu', '7B/M2', 'Choir']).length, 3);
  assert.deepEqual(nearest('Choir', ['Room 1']), []);
});
