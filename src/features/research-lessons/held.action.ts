import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { lessonPage } from './lesson.page.ts';
import { changeLesson, type LessonRow } from './open-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** As long as somebody needs to notice that they pressed it too early. In milliseconds. */
const takenBackWithin = 24 * 60 * 60 * 1000;

/**
 * The group says that the lesson has been held. From then on everybody who takes part reads all notes, where before
 * each observer read their own alone, and what was predicted stands.
 */
export const lessonHeld = action('/programmes/:programme/steps/:number/lesson/held', {
  purpose: 'learning',
  access: researchLessonPolicy,
  input: z.object({}),
  async run(change) {
    const { opened, step, lesson } = await changeLesson(change);
    await setHeld(change, lesson, {
      held_at: lesson.held_at ?? change.now,
      held_by: lesson.held_by ?? change.who.personId,
      first_held_at: lesson.first_held_at ?? change.now,
    });
    await change.record({ kind: 'research-lesson.held', itemId: lesson.id });
    return see(
      lessonHref(opened.programme, step),
      t('The lesson has been held. Everybody who takes part reads all notes now.'),
      lessonHref(opened.programme, step, 'not-held'),
    );
  },
});

/**
 * Takes that back. Throws `Refused` once the group said of a pupil what it makes of the notes, or a day after it was
 * said first that the lesson has been held.
 */
export const lessonNotHeld = action('/programmes/:programme/steps/:number/lesson/not-held', {
  purpose: 'learning',
  access: researchLessonPolicy,
  page: lessonPage,
  input: z.object({}),
  async run(change) {
    const { opened, step, lesson } = await changeLesson(change);
    await mustStillBeOpen(change, lesson);
    await setHeld(change, lesson, { held_at: null, held_by: null });
    await change.record({ kind: 'research-lesson.not-held', itemId: lesson.id });
    return see(
      lessonHref(opened.programme, step),
      lesson.first_held_at
        ? t(
            'The lesson has not been held yet. Each observer reads their own notes. What you predicted stands, since everybody could read all notes meanwhile.',
          )
        : t('The lesson has not been held yet. Each observer reads their own notes.'),
    );
  },
});

const setHeld = (
  { tx }: Change,
  lesson: LessonRow,
  held: Partial<Pick<LessonRow, 'held_at' | 'held_by' | 'first_held_at'>>,
) =>
  tx
    .updateTable('research_lesson')
    .set(held)
    .where('owner_id', '=', lesson.owner_id)
    .where('id', '=', lesson.id)
    .execute();

async function mustStillBeOpen({ tx, now }: Change, lesson: LessonRow): Promise<void> {
  if (lesson.first_held_at && now.getTime() - lesson.first_held_at.getTime() > takenBackWithin)
    throw new Refused(t('It was said more than a day ago that the lesson has been held, so that stands.'));
  const compared = await tx
    .selectFrom('focus_pupil')
    .select('id')
    .where('owner_id', '=', lesson.owner_id)
    .where('lesson_id', '=', lesson.id)
    .where('compared_by', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (compared)
    throw new Refused(t('You wrote what you make of the notes already, so the lesson has been held.'));
}
