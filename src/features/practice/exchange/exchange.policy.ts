import { policy } from '#platform/access/policy.ts';

/**
 * "I could show this", "I would like to see this": what a person says of themself, for colleagues to find. Whoever
 * manages them does not find it (the item excludes managers), and it is no judgement of anybody.
 */
export const choicePolicy = policy({
  kind: 'exchange-choice',
  purpose: 'learning',
  noun: 'offer to show or wish to see something',
  logged: false,
  may: { read: ['author', 'staff'], withdraw: ['author'] },
  ask: '',
});

/** One person asks another to show or to see something: theirs alone. */
export const askPolicy = policy({
  kind: 'exchange-ask',
  purpose: 'learning',
  noun: 'question to a colleague',
  logged: false,
  may: { read: ['author', 'contributor'], answer: ['contributor'], takeBack: ['author'] },
  ask: 'Ask the person who wrote it.',
});
