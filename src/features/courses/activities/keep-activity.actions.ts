import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref, courseHref } from '../addresses.ts';
import { openActivityToLead, openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { activityPage } from './activity.page.ts';
import { setEnded, swapPlaces } from './activity.queries.ts';

const common = {
  purpose: 'learning',
  access: coursePolicy,
  page: activityPage,
  input: z.object({}),
} as const;

export const moveActivityUp = action(activityHref(':course', ':activity', 'up'), {
  ...common,
  run: (change) => move(change, -1),
});

export const moveActivityDown = action(activityHref(':course', ':activity', 'down'), {
  ...common,
  run: (change) => move(change, 1),
});

async function move(change: Change, by: -1 | 1): Promise<See> {
  const { course, activity, activities } = await openActivityToLead(change);
  const within = activities.filter(({ sectionId }) => sectionId === activity.sectionId);
  const other = within[within.indexOf(activity) + by];
  if (!other) throw new Refused(by < 0 ? t('It is the first already.') : t('It is the last already.'));
  await swapPlaces(change.tx, 'course_activity', change.organisationId, [activity, other]);
  await change.record({
    kind: 'course.activity-moved',
    itemId: course.id,
    body: { activityId: activity.id, by },
  });
  return see(
    `${courseHref(course.id)}#s-${activity.sectionId}`,
    t('It is moved.'),
    activityHref(course.id, activity.id, by < 0 ? 'down' : 'up'),
  );
}

export const endActivity = action(activityHref(':course', ':activity', 'end'), {
  ...common,
  run: (change) => setActivityEnded(change, change.now),
});

export const restoreActivity = action(activityHref(':course', ':activity', 'restore'), {
  ...common,
  run: (change) => setActivityEnded(change, null),
});

/** Whether the part of an activity was not taken away with it. */
async function isPartThere({ tx, organisationId }: Change, courseId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('course_activity as v')
    .innerJoin('course_section as s', (on) =>
      on.onRef('s.owner_id', '=', 'v.owner_id').onRef('s.id', '=', 'v.section_id'),
    )
    .select('s.ended_at as endedAt')
    .where('v.owner_id', '=', organisationId)
    .where('s.owner_id', '=', organisationId)
    .where('v.course_id', '=', courseId)
    .where('v.id', '=', id)
    .executeTakeFirst();
  return row?.endedAt === null;
}

/** What learners did with it is kept, and stands again when it does. */
async function setActivityEnded(change: Change, at: Date | null): Promise<See> {
  const { course } = await openToLead(change);
  const id = change.params.activity!;
  if (!isId(id)) throw new NotFound();
  const isIn = at !== null || (await isPartThere(change, course.id, id));
  if (!isIn) throw new Refused(t('The part it was in is taken away. Bring that back first.'));
  if (!(await setEnded(change.tx, 'course_activity', change.organisationId, { courseId: course.id, id }, at)))
    throw new Refused(at ? t('It is not there any more.') : t('It is there already.'));
  await change.record({
    kind: at ? 'course.activity-ended' : 'course.activity-restored',
    itemId: course.id,
    body: { activityId: id },
  });
  return at
    ? see(courseHref(course.id), t('It is taken away.'), activityHref(course.id, id, 'restore'))
    : see(activityHref(course.id, id), t('It is back.'), activityHref(course.id, id, 'end'));
}
