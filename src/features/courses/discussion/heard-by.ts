import type { OpenedCourse } from '../course/open-course.ts';
import type { Post } from './post.queries.ts';

type InCourse = Pick<OpenedCourse, 'leads' | 'groupId'>;

/** Whose words somebody hears in a discussion: everybody's, or those of a group, what was said to all, and their own. */
export type Heard = 'all' | { groupId: string | null; personId: string };

/**
 * Those who lead hear all. What was said to a group stays with it, also once the discussion is everybody's: who hears a
 * word is decided when it is said.
 */
export const heardBy = ({ leads, groupId }: InCourse, personId: string): Heard =>
  leads ? 'all' : { groupId, personId };

/** The same of one of them: whether somebody hears it, and so can answer. */
export const hears = ({ leads, groupId }: InCourse, post: Pick<Post, 'groupId'>): boolean =>
  leads || post.groupId === null || post.groupId === groupId;

/** Whether somebody has a place to speak: where each group talks by itself, a learner without one has none. */
export const hasPlace = ({ leads, groupId }: InCourse, apart: boolean): boolean =>
  leads || !apart || groupId !== null;
