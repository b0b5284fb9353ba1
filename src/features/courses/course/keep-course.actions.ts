import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref, coursesPath } from '../addresses.ts';
import { coursePolicy } from '../course.policy.ts';
import { coursePage } from './course.page.ts';
import { setCourse } from './keep-course.queries.ts';
import { openCourse, openToLead } from './open-course.ts';

const common = { purpose: 'learning', access: coursePolicy, page: coursePage, input: z.object({}) } as const;

/** Opens a course to its learners. */
export const publishCourse = action(courseHref(':course', 'publish'), {
  ...common,
  async run(change) {
    const { course, activities, learners } = await openToLead(change);
    if (course.isTemplate) throw new Refused(t('It is a template: nobody learns in it.'));
    if (course.publishedAt !== null) throw new Refused(t('It is open already.'));
    if (activities.length === 0) throw new Refused(t('Add an activity first: learners would find nothing.'));
    if (course.sort === 'staff' && !course.isOpen && learners.length === 0)
      throw new Refused(
        t('Nobody learns in it yet. Name them, or say that it is for all staff or for a class.'),
      );
    await setCourse(change.tx, change.organisationId, course.id, { published_at: change.now }, change.now);
    await change.record({ kind: 'course.published', itemId: course.id, body: {} });
    return see(courseHref(course.id), t('It is open. Those who learn in it find it under Courses.'));
  },
});

/** Closes a course: it is read, and nothing is added any more. */
export const closeCourse = action(courseHref(':course', 'close'), {
  ...common,
  run: (change) => setClosed(change, change.now),
});

export const reopenCourse = action(courseHref(':course', 'reopen'), {
  ...common,
  run: (change) => setClosed(change, null),
});

async function setClosed(change: Change, at: Date | null): Promise<See> {
  const { course } = await openToLead(change);
  if (course.publishedAt === null) throw new Refused(t('It was not opened yet.'));
  if ((course.closedAt !== null) === (at !== null))
    throw new Refused(at ? t('It is closed already.') : t('It is open already.'));
  await setCourse(change.tx, change.organisationId, course.id, { closed_at: at }, change.now);
  await change.record({ kind: at ? 'course.closed' : 'course.reopened', itemId: course.id, body: {} });
  return at
    ? see(courseHref(course.id), t('It is closed. It can still be read.'), courseHref(course.id, 'reopen'))
    : see(courseHref(course.id), t('It is open again.'), courseHref(course.id, 'close'));
}

/** Makes a course that was not opened yet one that others begin from, so that all of a subject look alike. */
export const makeTemplate = action(courseHref(':course', 'template'), {
  ...common,
  run: (change) => setTemplate(change, true),
});

export const unmakeTemplate = action(courseHref(':course', 'not-template'), {
  ...common,
  run: (change) => setTemplate(change, false),
});

async function setTemplate(change: Change, wanted: boolean): Promise<See> {
  const { course } = await openToLead(change);
  if (course.publishedAt !== null)
    throw new Refused(t('People learn in it. Copy it, and make the copy a template.'));
  if (course.isTemplate === wanted)
    throw new Refused(wanted ? t('It is a template already.') : t('It is no template.'));
  await setCourse(change.tx, change.organisationId, course.id, { is_template: wanted }, change.now);
  await change.record({
    kind: wanted ? 'course.made-template' : 'course.unmade-template',
    itemId: course.id,
    body: {},
  });
  return wanted
    ? see(
        courseHref(course.id),
        t('All staff can begin courses from it.'),
        courseHref(course.id, 'not-template'),
      )
    : see(courseHref(course.id), t('It is a course of yours again.'), courseHref(course.id, 'template'));
}

export const endCourse = action(courseHref(':course', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreCourse = action(courseHref(':course', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { course, item, leads, ended } = await openCourse(change);
  change.who.must('lead', coursePolicy, item);
  if (!leads || ended === (at !== null))
    throw new Refused(at ? t('It is taken away already.') : t('It is there already.'));
  await endItem(change.tx, item, at);
  await change.record({ kind: at ? 'course.ended' : 'course.restored', itemId: course.id, body: {} });
  return at
    ? see(coursesPath, t('The course is taken away.'), courseHref(course.id, 'restore'))
    : see(courseHref(course.id), t('The course is back.'), courseHref(course.id, 'end'));
}
