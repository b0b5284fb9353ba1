import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref } from '../addresses.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { kindOf } from '../kinds/kinds.ts';
import { updateActivity } from './activity.queries.ts';
import { activityVersionsPage } from './versions.page.ts';

/** Makes title and contents of an earlier version the newest again; day, minutes and groups stay as they are. */
export const putBackActivity = action(activityHref(':course', ':activity', 'put-back'), {
  purpose: 'learning',
  access: coursePolicy,
  page: activityVersionsPage,
  input: z.object({ kept: version(), version: version() }),
  async run(change, { kept, version: shown }) {
    const { course, activity } = await openActivityToLead(change);
    const kind = kindOf(activity.kind);
    const fields = await selectText(change.tx, { ownerId: change.organisationId, id: activity.id }, kept);
    const settings = kind?.settings.safeParse(fields?.settings);
    if (!settings?.success || typeof fields?.title !== 'string') throw new NotFound();
    const then = { ...activity, title: fields.title, settings: settings.data };
    if (!(await updateActivity(change, { id: activity.id, version: shown }, then)))
      throw new Refused(t('It was changed meanwhile. Look at it again first.'));
    await change.record({
      kind: 'course.activity-changed',
      itemId: course.id,
      body: { activityId: activity.id, version: shown + 1, kept },
    });
    return see(activityHref(course.id, activity.id), t('It stands as it was. What stood before it is kept.'));
  },
});
