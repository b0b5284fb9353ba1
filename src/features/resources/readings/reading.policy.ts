import { policy } from '#platform/access/policy.ts';

/**
 * What a colleague says of a page they were asked to read: for whoever asked and whoever was asked, and nobody else. It
 * is learning, and reaches no appraisal of either.
 */
export const readingPolicy = policy({
  kind: 'resource-reading',
  purpose: 'learning',
  noun: 'reading of a page',
  logged: false,
  only: ['staff'],
  may: {
    read: ['author', 'contributor'],
    answer: ['contributor'],
    /** Ask for it no more, and say what was made of it. */
    keep: ['author'],
  },
  ask: 'Ask whoever wrote the page.',
});
