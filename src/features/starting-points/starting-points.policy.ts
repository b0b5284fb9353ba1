import { policy } from '#platform/access/policy.ts';

/** What a teacher writes about where they start from: theirs, and for those they share it with. No role opens it. */
export const startingPointsPolicy = policy({
  kind: 'starting-points',
  purpose: 'learning',
  noun: 'account of starting points',
  logged: true,
  may: { read: ['author', 'reader'], change: ['author'] },
  ask: 'Ask the person who wrote it to share it with you.',
});

/** Notes of a talk about starting points: the interviewer writes, the teacher reads and replies. Nobody else. */
export const interviewNotesPolicy = policy({
  kind: 'interview-notes',
  purpose: 'learning',
  noun: 'record of a talk',
  logged: false,
  may: { read: ['contributor'], write: ['editor'], reply: ['contributor'] },
  ask: 'Ask one of the two people who had the talk.',
});
