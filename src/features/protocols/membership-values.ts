import type { Draft } from './draft.ts';

/** The rules of membership as their form shows them: a tick and the words of each. */
export const membershipValues = ({ membership }: Draft): Record<string, string> =>
  Object.fromEntries(
    membership.flatMap(({ rule, words }) => [
      [rule, 'yes'],
      [`${rule}-words`, words],
    ]),
  );
