import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesAlike } from './names-alike.ts';

const alike = (one: string, other: string, says = true) => {
  assert.equal(namesAlike(one, other), says, `${one}, ${other}`);
  assert.equal(namesAlike(other, one), says, `${other}, ${one}`);
};

test('a name is known again without accents and capitals, and with the last name first', () => {
  alike('Siân Núñez', 'SIAN NUNEZ');
  alike('Idwal Hughes', 'Hughes, Idwal');
  alike('Idwal  Hughes', 'hughes idwal');
  alike('Séan O’Brien', 'OBrien Sean');
  alike('Jan van der Berg', 'Jan Vanderberg');
  alike('李 小明', '李小明');
});

test('and where it is given shorter, with an initial, without a middle name or with a letter that is not the same', () => {
  alike('Robert Hughes', 'Rob Hughes');
  alike('Robert Hughes', 'R. Hughes');
  alike('Robert Gwyn Hughes', 'Hughes Robert');
  alike('Idwal Hughes', 'Idwal');
  alike('Idwal Hughes', 'Mr. Hughes');
  alike('Idwal Hughes', 'Idwal Huges');
  alike('Katherine Puw', 'Catherine Puw');
  alike('Brian Rees', 'Brain Rees');
});

test('other names stay other names', () => {
  for (const [one, other] of [
    ['Idwal Hughes', 'Tomos Hughes'],
    ['Idwal Hughes', 'Idwal Rees'],
    ['Ann Lee', 'Anna Leeson'],
    ['I H', 'Idwal Hughes'],
    ['Mr Rees', 'Mr Hughes'],
    ['Jo Rees', 'John Rees'],
    ['Ali Khan', 'Alan Khan'],
    ['', 'Idwal Hughes'],
    ['', ''],
  ] as const)
    alike(one, other, false);
});
