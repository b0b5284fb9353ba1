import { Refused } from '#platform/errors.ts';
import { mustBeGood } from '#features/sign-in/index.ts';
import { datesOf } from './setup-dates.ts';
import { type SetupInput, thirds } from './setup.input.ts';

/** What is wrong between the fields that can be read: a password that would be guessed, and dates. */
export const wrongSetup = (readable: Partial<SetupInput>): Record<string, string> => {
  const { password, given = '', family = '', school = '', email = '' } = readable;
  return {
    ...refusedBy(() => password !== undefined && mustBeGood(password, [given, family, school, email])),
    ...refusedBy(() => datesOf(withWholePairs(readable))),
  };
};

/** Of two days one of which cannot be read nothing more is said. */
function withWholePairs(readable: Partial<SetupInput>): SetupInput {
  const input = { ...readable };
  for (const n of thirds)
    for (const pair of [`term${n}`, `half${n}`] as const)
      if (input[`${pair}_from`] === undefined || input[`${pair}_until`] === undefined)
        input[`${pair}_from`] = input[`${pair}_until`] = null;
  return input as SetupInput;
}

function refusedBy(check: () => unknown): Readonly<Record<string, string>> {
  try {
    check();
    return {};
  } catch (error) {
    if (error instanceof Refused) return error.fields;
    throw error;
  }
}
