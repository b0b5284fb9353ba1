import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { optionalProse, ticked, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityPage } from '../activities/activity.page.ts';
import { activityHref } from '../addresses.ts';
import { openActivity } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { saveProgress } from './progress.queries.ts';

/** Says what one did with an activity: done, tried, and what shows it. Throws `Stale`. */
export const sayProgress = action(activityHref(':course', ':activity', 'progress'), {
  purpose: 'learning',
  access: coursePolicy,
  page: activityPage,
  input: z.object({
    done: ticked(),
    tried: ticked(),
    evidence: optionalProse(4000),
    version: version().default(0),
  }),
  async run(change, { version: shown, ...said }) {
    const { course, activity, activities, progress, learns } = await openActivity(change);
    if (!learns)
      throw new NotAllowed(t('Those who learn in this course say what they did.'), coursePolicy.ask);
    if (course.closedAt !== null) throw new Refused(t('This course is closed.'));
    const before = progress.find(({ activityId }) => activityId === activity.id);
    if (
      said.done === Boolean(before?.doneAt) &&
      said.tried === Boolean(before?.triedAt) &&
      said.evidence === (before?.evidence ?? '')
    )
      throw new Refused(t('Nothing was changed.'));
    const { tx, organisationId, who, now } = change;
    const of = { courseId: course.id, activityId: activity.id, personId: who.personId, version: shown };
    // Said in two windows: neither writes over the other.
    if (shown !== (before?.version ?? 0) || !(await saveProgress(tx, organisationId, of, said, now)))
      await throwStale(
        tx,
        { ownerId: organisationId, id: before?.id ?? activity.id },
        {
          version: before?.version ?? 0,
          fields: [{ name: 'evidence', label: t('What came of it'), text: before?.evidence ?? '' }],
        },
        now,
      );
    await change.record({
      kind: 'course.progressed',
      itemId: course.id,
      body: { activityId: activity.id, done: said.done, tried: said.tried, evidenced: said.evidence !== '' },
    });
    const next = activities[activities.indexOf(activity) + 1];
    return see(
      activityHref(course.id, activity.id),
      next && said.done ? t('It is saved. Next comes “{title}”.', { title: next.title }) : t('It is saved.'),
    );
  },
});
