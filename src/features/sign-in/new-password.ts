import { z } from 'zod';
import { passwordProblem } from '#platform/auth/passwords.ts';
import { Refused } from '#platform/errors.ts';

/** A new password as a form sends it. It is not trimmed: spaces are part of it. */
export const newPassword = () =>
  z.string({ error: 'Choose a password.' }).min(1, 'Choose a password.').max(500);

/** Throws `Refused` at the field `password` when it would be guessed. `about` are the person's names and addresses. */
export function mustBeGood(password: string, about: readonly string[]): void {
  const words = about.flatMap((each) => each.split(/[\s@.]+/));
  const problem = passwordProblem(password, words);
  if (problem) throw new Refused({ password: problem });
}
