import { t } from '#platform/i18n/i18n.ts';
import { activityHref, courseHref, coursesPath } from './addresses.ts';

/** The way back from a course's own pages. */
export const courseTrail = (
  course?: { id: string; title: string },
  activity?: { id: string; title: string },
) => [
  { label: t('Courses'), href: coursesPath },
  ...(course ? [{ label: course.title, href: courseHref(course.id) }] : []),
  ...(course && activity ? [{ label: activity.title, href: activityHref(course.id, activity.id) }] : []),
];
