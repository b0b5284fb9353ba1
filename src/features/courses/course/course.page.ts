import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { coursePolicy } from '../course.policy.ts';
import type { Course } from '../course.ts';
import { courseView } from './course.view.ts';
import { openCourse } from './open-course.ts';

/** One course: its parts and activities, what comes next, and what became of what one did. */
export const coursePage = page(courseHref(':course'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openCourse,
  view: (opened, visit) => ({
    title: opened.course.title,
    audience: courseAudience(visit.who, opened.course, opened.leaders),
    ...(opened.leads ? { status: { where: whereItStands(opened.course) } } : {}),
    ...(opened.leads && !opened.ended
      ? { action: { label: t('Add a part'), href: courseHref(opened.course.id, 'sections') } }
      : {}),
    trail: courseTrail(),
    body: courseView(opened, visit),
  }),
});

function whereItStands({ isTemplate, publishedAt, closedAt }: Course): string {
  if (isTemplate) return t('A template: courses are begun from it');
  if (publishedAt === null) return t('Being written; those who learn do not see it');
  return closedAt === null ? t('Open') : t('Closed');
}
