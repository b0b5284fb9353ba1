import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { changeLessonPage } from './change-lesson.page.ts';
import { lessonInput } from './lesson-fields.ts';
import { updateLesson } from './lesson.queries.ts';
import { openLessonToWrite } from './open-lesson.ts';

/** Saves a lesson; the one before is kept. Throws `Stale`, carrying both texts. */
export const changeLesson = action(lessonHref(':plan', ':lesson', 'change'), {
  purpose: 'learning',
  access: planPolicy,
  page: changeLessonPage,
  input: z.object({ ...lessonInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { opened, lesson } = await openLessonToWrite(change);
    if (!(await updateLesson(change, { id: lesson.id, version: shown }, sent)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: lesson.id },
        {
          version: lesson.version,
          fields: [
            { name: 'title', label: t('What it is about'), text: lesson.title },
            { name: 'text', label: t('The lesson'), text: lesson.text },
          ],
        },
        change.now,
      );
    await change.record({
      kind: 'plan.lesson-changed',
      itemId: opened.plan.id,
      body: { lessonId: lesson.id, version: shown + 1 },
    });
    return see(lessonHref(opened.plan.id, lesson.id), t('The lesson is saved. The text before it is kept.'));
  },
});
