import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, hashPassword, passwordProblem } from './passwords.ts';

test('a password is kept as argon2id, each time with salt of its own', async () => {
  const [one, two] = await Promise.all([
    hashPassword('three quiet words'),
    hashPassword('three quiet words'),
  ]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(one, two);
  assert.equal(await checkPassword(one, 'three quiet words'), true);
  assert.equal(await checkPassword(one, 'three quiet words '), false);
});

test('nobody has no password, and saying so takes as long', async () => {
  const known = await hashPassword('three quiet words');
  const time = async (stored: string | undefined): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < 6; n++) {
      const started = performance.now();
      assert.equal(await checkPassword(stored, 'nobody has this password'), false);
      times.push(performance.now() - started);
    }
    // The quickest of several is least disturbed by what else the machine does.
    return Math.min(...times);
  };
  await time(undefined);
  const [unknown, wrong] = [await time(undefined), await time(known)];
  assert.ok(unknown > wrong / 3 && unknown < wrong * 3, `${unknown} ms for nobody, ${wrong} ms for somebody`);
});

test('a flood of checks waits its turn and each gets its own answer', async () => {
  const stored = await hashPassword('three quiet words');
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      checkPassword(stored, n % 3 === 0 ? 'three quiet words' : 'another'),
    ),
  );
  assert.deepEqual(
    answers,
    Array.from({ length: 12 }, (_, n) => n % 3 === 0),
  );
});

test('what would be guessed first is not taken, and three words are', () => {
  for (const password of ['short', 'password2026', 'aaaaaaaaaaaa', 'x'.repeat(201)])
    assert.ok(passwordProblem(password), password);
  assert.ok(passwordProblem('ffionpuw1990', ['Ffion']));
  assert.equal(passwordProblem('three quiet words', ['Ffion', 'Puw']), undefined);
});
