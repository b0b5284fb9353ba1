import { policy } from '#platform/access/policy.ts';
import { programmePolicy } from '#features/programmes/index.ts';

/** Those who take part, and those who were let in for the step. */
const inside = [...programmePolicy.may.takePart, 'contributor'] as const;

/**
 * A research lesson is for whoever reads and writes what is written at its step: those who take part, those who
 * help them, and guests who were let in for it. Whoever only leads or sponsors the programme does not read it.
 * Until the lesson has been held an observer's notes are for that observer alone: the query sees to it.
 */
export const researchLessonPolicy = policy({
  kind: 'research-lesson',
  purpose: 'learning',
  noun: 'research lesson',
  logged: false,
  may: { read: inside, write: inside },
  ask: 'Ask somebody who takes part.',
});
