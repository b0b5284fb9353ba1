import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { optionalLine, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref } from '../addresses.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { headPage } from './head.page.ts';
import { saveHead } from './head.queries.ts';

/** Saves what stands at the head of a course; what stood there is kept. Throws `Stale`. */
export const saveCourseHead = action(courseHref(':course', 'head'), {
  purpose: 'learning',
  access: coursePolicy,
  page: headPage,
  input: z.object({ note: optionalProse(2000), reach: optionalLine(300), version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { course, head } = await openToLead(change);
    if (sent.note === (head?.note ?? '') && sent.reach === (head?.reach ?? ''))
      throw new Refused(t('Nothing was changed.'));
    if (!(await saveHead(change, course.id, shown, sent)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: head?.id ?? course.id },
        {
          version: head?.version ?? 0,
          fields: [
            { name: 'note', label: t('A word for these days'), text: head?.note ?? '' },
            { name: 'reach', label: t('When and where you can be asked'), text: head?.reach ?? '' },
          ],
        },
        change.now,
      );
    await change.record({ kind: 'course.head-said', itemId: course.id, body: { version: shown + 1 } });
    return see(courseHref(course.id), t('It stands at the head of the course.'));
  },
});
