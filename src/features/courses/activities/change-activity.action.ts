import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { NotFound } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref } from '../addresses.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { kindOf } from '../kinds/kinds.ts';
import { activityFrom } from './activity-form.ts';
import { updateActivity } from './activity.queries.ts';
import { changeActivityPage } from './change-activity.page.ts';

/** Saves an activity; what stood there is kept. Throws `Stale`. */
export const changeActivity = action(activityHref(':course', ':activity', 'change'), {
  purpose: 'learning',
  access: coursePolicy,
  page: changeActivityPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { course, activity, activities, groups } = await openActivityToLead(change);
    const kind = kindOf(activity.kind);
    if (!kind) throw new NotFound();
    const others = activities.filter(({ id }) => id !== activity.id);
    const fields = await activityFrom(kind, sent, change, { others, groups }, activity);
    const of = { ownerId: change.organisationId, id: activity.id };
    if (!(await updateActivity(change, { id: activity.id, version: shown }, fields)))
      await throwStale(
        change.tx,
        of,
        {
          version: activity.version,
          fields: [
            { name: 'title', label: t('Title'), text: activity.title },
            ...Object.entries(kind.values(kind.settings.parse(activity.settings))).map(([name, value]) => ({
              name,
              label: name,
              text: String(value ?? ''),
            })),
          ],
        },
        change.now,
      );
    await change.record({
      kind: 'course.activity-changed',
      itemId: course.id,
      body: { activityId: activity.id, version: shown + 1 },
    });
    return see(activityHref(course.id, activity.id), t('It is saved.'));
  },
});
