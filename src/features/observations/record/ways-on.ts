import type { FollowUp } from './follow-up.ts';

/**
 * Addresses in the rooms in which a teacher goes on from a visit. Those rooms are told of visits (agreements and
 * coaching show them), so this room cannot ask theirs for their addresses without going in a circle; a test opens
 * each. `after` is the observation: the room records it with what is begun (follow-up.handlers.ts).
 */
const at = (path: string, known: Record<string, string>): string =>
  `${path}?${new URLSearchParams(known).toString()}`;

export const newPracticeHref = (known: { words: string; after: string }): string =>
  at('/my-learning/practice/new', known);

export const newTryOutHref = (known: { tried: string; after: string }): string =>
  at('/my-learning/try-outs/new', known);

export const newGoalHref = (
  coachingId: string,
  known: { goal: string; looks: string; after: string },
): string => at(`/coaching/${coachingId}/goals/new`, known);

const rooms: Record<FollowUp['kind'], string> = {
  'try-out': '/try-outs',
  practice: '/practice',
  'coaching-cycle': '/coaching/goals',
};

/** What was begun: it belongs to the person named in its address. */
export const followUpHref = ({ kind, ownerId, id }: FollowUp): string => `${rooms[kind]}/${ownerId}/${id}`;
