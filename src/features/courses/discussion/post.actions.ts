import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, prose } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityPage } from '../activities/activity.page.ts';
import { activityHref, postHref } from '../addresses.ts';
import { openActivity } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { hasPlace, hears } from './heard-by.ts';
import { insertPost, selectPost, setPostEnded } from './post.queries.ts';

/** Says something in a discussion, or answers what somebody said. */
export const say = action(activityHref(':course', ':activity', 'posts'), {
  purpose: 'learning',
  access: coursePolicy,
  page: activityPage,
  input: z.object({ words: prose('Write what you say.', 5000), reply_to: optionalId() }),
  async run(change, { words, reply_to: replyTo }) {
    const { course, activity, leads, learns, groupId } = await openActivity(change);
    if (activity.kind !== 'discussion') throw new NotFound();
    if (!leads && !learns)
      throw new NotAllowed(t('Those who learn in this course talk here.'), coursePolicy.ask);
    if (course.closedAt !== null) throw new Refused(t('This course is closed.'));
    const { tx, organisationId, who, now } = change;
    const apart = (activity.settings as { apart?: boolean }).apart === true;
    if (!hasPlace({ leads, groupId }, apart))
      throw new Refused(
        t('Each group talks by itself here, and you are in none yet. Ask whoever leads the course.'),
      );
    const to = replyTo === null ? undefined : await selectPost(tx, organisationId, activity.id, replyTo);
    if (replyTo !== null && (!to || to.replyTo !== null || !hears({ leads, groupId }, to)))
      throw new Refused(t('What you answer is not there any more.'));
    const id = await insertPost(
      tx,
      organisationId,
      {
        courseId: course.id,
        activityId: activity.id,
        personId: who.personId,
        replyTo,
        // An answer is for those who hear what it answers.
        groupId: to?.groupId ?? (apart && !leads ? groupId : null),
        words,
      },
      now,
    );
    await change.record({
      kind: 'course.said',
      itemId: course.id,
      body: { activityId: activity.id, postId: id },
    });
    return see(
      `${activityHref(course.id, activity.id)}#p-${id}`,
      t('It is said.'),
      postHref(course.id, activity.id, id, 'end'),
    );
  },
});

const common = {
  purpose: 'learning',
  access: coursePolicy,
  page: activityPage,
  input: z.object({}),
} as const;

/** Takes back what one said; whoever leads the course may take out what should not stand there. */
export const endPost = action(postHref(':course', ':activity', ':post', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restorePost = action(postHref(':course', ':activity', ':post', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { course, activity, leads } = await openActivity(change);
  const { tx, organisationId, who, params } = change;
  const post = isId(params.post!)
    ? await selectPost(tx, organisationId, activity.id, params.post!)
    : undefined;
  if (!post) throw new NotFound();
  if (!leads && post.personId !== who.personId)
    throw new NotAllowed(t('Only whoever said it takes it back.'), coursePolicy.ask);
  if (at === null && !leads && post.endedBy !== who.personId)
    throw new NotAllowed(t('Whoever leads the course took it out.'), coursePolicy.ask);
  if (at === null && course.closedAt !== null) throw new Refused(t('This course is closed.'));
  if ((post.endedAt !== null) === (at !== null))
    throw new Refused(at ? t('It is taken back already.') : t('It is there already.'));
  await setPostEnded(tx, organisationId, post.id, at && { at, by: who.personId });
  await change.record({
    kind: at ? 'course.post-ended' : 'course.post-restored',
    itemId: course.id,
    body: { activityId: activity.id, postId: post.id },
  });
  const to = activityHref(course.id, activity.id);
  return at
    ? see(to, t('It is taken back.'), postHref(course.id, activity.id, post.id, 'restore'))
    : see(to, t('It stands there again.'), postHref(course.id, activity.id, post.id, 'end'));
}
