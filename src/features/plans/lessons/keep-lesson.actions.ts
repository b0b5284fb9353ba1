import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { lessonPage } from './lesson.page.ts';
import { setLessonEnded, swapPlaces } from './lesson.queries.ts';
import { openLessonToWrite } from './open-lesson.ts';

const common = { purpose: 'learning', access: planPolicy, page: lessonPage, input: z.object({}) } as const;

export const moveLessonUp = action(lessonHref(':plan', ':lesson', 'up'), {
  ...common,
  run: (change) => move(change, -1),
});

export const moveLessonDown = action(lessonHref(':plan', ':lesson', 'down'), {
  ...common,
  run: (change) => move(change, 1),
});

async function move(change: Change, by: -1 | 1): Promise<See> {
  const { opened, lesson } = await openLessonToWrite(change);
  const { plan, lessons } = opened;
  const other = lessons[lessons.indexOf(lesson) + by];
  if (!other)
    throw new Refused(by < 0 ? t('It is the first lesson already.') : t('It is the last lesson already.'));
  await swapPlaces(change.tx, change.organisationId, lesson, other);
  await change.record({ kind: 'plan.lesson-moved', itemId: plan.id, body: { lessonId: lesson.id, by } });
  return see(
    `${planHref(plan.id)}#lessons`,
    by < 0
      ? t('It is taught before “{title}” now.', { title: other.title })
      : t('It is taught after “{title}” now.', { title: other.title }),
    lessonHref(plan.id, lesson.id, by < 0 ? 'down' : 'up'),
  );
}

export const endLesson = action(lessonHref(':plan', ':lesson', 'end'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreLesson = action(lessonHref(':plan', ':lesson', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { plan } = await openToWrite(change);
  const id = change.params.lesson!;
  if (!isId(id)) throw new NotFound();
  if (!(await setLessonEnded(change.tx, change.organisationId, { planId: plan.id, id }, at)))
    throw new Refused(at ? t('There is no such lesson any more.') : t('It is there already.'));
  await change.record({
    kind: at ? 'plan.lesson-ended' : 'plan.lesson-restored',
    itemId: plan.id,
    body: { lessonId: id },
  });
  return at
    ? see(`${planHref(plan.id)}#lessons`, t('The lesson is taken away.'), lessonHref(plan.id, id, 'restore'))
    : see(lessonHref(plan.id, id), t('The lesson is back.'), lessonHref(plan.id, id, 'end'));
}
