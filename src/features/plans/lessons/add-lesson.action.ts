import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openToWrite } from '../scheme/open-plan.ts';
import { lessonInput } from './lesson-fields.ts';
import { insertLesson } from './lesson.queries.ts';
import { newLessonPage } from './new-lesson.page.ts';

/** Adds a lesson after the others. */
export const addLesson = action(planHref(':plan', 'lessons'), {
  purpose: 'learning',
  access: planPolicy,
  page: newLessonPage,
  input: z.object(lessonInput),
  async run(change, sent) {
    const { plan } = await openToWrite(change);
    const id = await insertLesson(change, plan.id, sent);
    await change.record({
      kind: 'plan.lesson-added',
      itemId: plan.id,
      body: { lessonId: id, title: sent.title },
    });
    return see(lessonHref(plan.id, id), t('The lesson is added.'), lessonHref(plan.id, id, 'end'));
  },
});
