import type { OpenedCourse } from '../course/open-course.ts';

/** Whose words somebody hears in a discussion: everybody's, or those of one group and what was said to all. */
export type Heard = 'all' | { groupId: string | null };

/** Those who lead hear all; where each group talks by itself, learners hear their own. */
export const heardBy = ({ leads, groupId }: Pick<OpenedCourse, 'leads' | 'groupId'>, apart: boolean): Heard =>
  leads || !apart ? 'all' : { groupId };

/** Whether somebody has a place to speak: where each group talks by itself, a learner without one has none. */
export const hasPlace = (
  { leads, groupId }: Pick<OpenedCourse, 'leads' | 'groupId'>,
  apart: boolean,
): boolean => leads || !apart || groupId !== null;
