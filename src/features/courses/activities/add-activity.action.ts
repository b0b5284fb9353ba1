import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref, sectionHref } from '../addresses.ts';
import { coursePolicy } from '../course.policy.ts';
import { mostActivities } from '../course.ts';
import { kindOf } from '../kinds/kinds.ts';
import { activityFrom } from './activity-form.ts';
import { insertActivity } from './activity.queries.ts';
import { newActivityPage, openSection } from './new-activity.page.ts';

/** Adds an activity at the end of a section. */
export const addActivity = action(sectionHref(':course', ':section', 'activities'), {
  purpose: 'learning',
  access: coursePolicy,
  page: newActivityPage,
  input: z.looseObject({ kind: z.string().default('') }),
  async run(change, { kind: chosen, ...sent }) {
    const { course, section, activities, groups } = await openSection(change);
    const kind = kindOf(chosen);
    if (!kind) throw new Refused(t('Choose what it is first.'));
    if (activities.length >= mostActivities)
      throw new Refused(t('A course has {n} activities at most. Begin another.', { n: mostActivities }));
    const fields = await activityFrom(kind, sent, change, { others: activities, groups });
    const id = await insertActivity(
      change,
      { courseId: course.id, sectionId: section.id, kind: kind.id },
      fields,
    );
    await change.record({
      kind: 'course.activity-added',
      itemId: course.id,
      body: { activityId: id, kind: kind.id, title: fields.title },
    });
    return see(activityHref(course.id, id), t('It is added.'), activityHref(course.id, id, 'end'));
  },
});
