import { policy } from '#platform/access/policy.ts';

/**
 * A conversation. Having begun it opens nothing by itself: a carer who may no longer be told of messages reads nothing of
 * what they began. Who watches where pupils take part reads by a grant of their own, and their opening of what is
 * between one pupil and one of the staff is written where the pupil sees it (open-talk.ts).
 */
export const talkPolicy = policy({
  kind: 'talk',
  purpose: 'administration',
  noun: 'conversation',
  logged: false,
  may: {
    read: ['reader'],
    /** It is theirs: it stands in their list, and they write where it is open. */
    takePart: ['contributor'],
    /** Looks after a space: says in it what only the staff say, watches, and ends it. */
    keep: ['editor'],
  },
  ask: 'Ask whoever told you of it, or the school’s office.',
});

/** What somebody said about a message. Whoever said it follows what became of it, and decides nothing. */
export const reportPolicy = policy({
  kind: 'message-report',
  purpose: 'administration',
  noun: 'report',
  logged: false,
  may: {
    read: ['author', 'reader'],
    /** It was brought to them. */
    answer: ['reader'],
  },
  ask: 'Ask the safeguarding lead.',
});
