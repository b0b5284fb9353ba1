import { NotFound } from '#platform/errors.ts';
import { bytes } from '#platform/http/route.ts';
import { answerWithFile } from '#features/files/index.ts';
import { selectBankPages } from '#features/resources/index.ts';
import { activityFileHref } from '../addresses.ts';
import { openActivity } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';

/**
 * A picture, sound or file of the page of the bank that an activity shows, for those who reach the activity: the bank
 * itself is closed to pupils. As long as the page stands there and the activity shows it.
 */
export const activityFileBytes = bytes(activityFileHref(':course', ':activity', ':file'), {
  purpose: 'learning',
  access: coursePolicy,
  async send(visit) {
    const { activity } = await openActivity(visit);
    const { resourceId } = activity.settings as { resourceId?: string | null };
    const shown = resourceId
      ? (await selectBankPages(visit.db, visit.organisationId, [resourceId])).get(resourceId)
      : undefined;
    const file = shown?.files.find(({ id }) => id === visit.params.file);
    if (!file) throw new NotFound('There is no file at this address.');
    return answerWithFile(visit, file);
  },
});
