import { policy } from '#platform/access/policy.ts';

/**
 * A question to the specialist of a programme. Its asker chose who reads it: those who take part and those
 * who help them, or the specialist alone. Whoever leads the programme or the school does not.
 */
export const questionPolicy = policy({
  kind: 'question',
  purpose: 'learning',
  noun: 'question',
  logged: true,
  may: {
    read: ['author', 'contributor'],
    reply: ['author', 'contributor'],
    /** Take it away again. */
    withdraw: ['author'],
  },
  ask: 'Ask the person who asked it.',
});
