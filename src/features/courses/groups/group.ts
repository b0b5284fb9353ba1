import type { Activity, CoursePerson } from '../course.ts';

/** Some of the learners of a course. Each learner is in one group of it at most. */
export interface CourseGroup {
  id: string;
  name: string;
  members: CoursePerson[];
}

/** So many groups a course has at most. */
export const mostGroups = 40;

/** Whether an activity is for somebody who is in this group, or with null in none: `isForPerson` says the same in SQL. */
export const isForGroup = ({ groupIds }: Pick<Activity, 'groupIds'>, groupId: string | null): boolean =>
  groupIds.length === 0 || (groupId !== null && groupIds.includes(groupId));

/** The group that somebody is in; null for none. */
export const groupOf = (groups: readonly CourseGroup[], personId: string): string | null =>
  groups.find(({ members }) => members.some((each) => each.personId === personId))?.id ?? null;
