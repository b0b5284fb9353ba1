import { z } from 'zod';
import { idFrom } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, prose } from '#platform/http/input.ts';
import { keptAnswer, queuedInput, writtenAt } from '#platform/http/queued.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { longestNote, noMoment, wholeClass } from './note-rules.ts';
import { notesPage } from './notes.page.ts';
import { type LessonRow, noteAtLesson } from './open-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** An id, or the word that stands for none of them. */
const idOr = (none: string) => z.preprocess((sent) => (sent === none ? '' : sent), optionalId());

/**
 * An observer appends a note. Its id was made where it was written, so that a note that is sent again because
 * nobody heard the answer is there once: the second time is answered as the first was (`queuedInput`).
 */
export const note = action('/programmes/:programme/steps/:number/lesson/notes', {
  purpose: 'learning',
  access: researchLessonPolicy,
  page: notesPage,
  input: z.object({
    ...queuedInput,
    pupil: idOr(wholeClass),
    moment: idOr(noMoment),
    text: prose('Write what you saw or heard.', longestNote),
  }),
  async run(change, sent) {
    const { opened, step, lesson } = await noteAtLesson(change);
    const isNew = await insertNote(change, lesson, sent);
    await change.record({
      kind: isNew ? 'research-lesson.noted' : 'research-lesson.note-came-again',
      itemId: lesson.id,
      body: { note: sent.id },
    });
    if (sent.queued) return keptAnswer(sent.id);
    const chosen = new URLSearchParams({ pupil: sent.pupil ?? wholeClass, moment: sent.moment ?? noMoment });
    return see(
      `${lessonHref(opened.programme, step, 'notes')}?${chosen}`,
      t('It is noted.'),
      lessonHref(opened.programme, step, `notes/${sent.id}/withdraw`),
    );
  },
});

interface Sent {
  id: string;
  pupil: string | null;
  moment: string | null;
  text: string;
  ago: number;
}

/**
 * Whether it was new. Another text under an id that is taken, as of a page that the browser had kept, is another
 * note. Throws `Refused` where the id or what it is about belongs to something else.
 */
async function insertNote(change: Change, lesson: LessonRow, sent: Sent): Promise<boolean> {
  await mustBeOfLesson(change.tx, lesson, sent);
  if (await insertUnder(sent.id, change, lesson, sent)) return true;
  const there = await change.tx
    .selectFrom('observer_note')
    .select(['lesson_id', 'author_id', 'pupil_id', 'moment_id', 'text'])
    .where('owner_id', '=', lesson.owner_id)
    .where('id', '=', sent.id)
    .executeTakeFirstOrThrow();
  if (there.author_id !== change.who.personId || there.lesson_id !== lesson.id)
    throw new Refused(t('This note was not taken. Open the page again and send it once more.'));
  if (there.text === sent.text && there.pupil_id === sent.pupil && there.moment_id === sent.moment)
    return false;
  const { id, pupil, moment, text } = sent;
  return insertUnder(idFrom(JSON.stringify([id, pupil, moment, text])), change, lesson, sent);
}

async function insertUnder(
  noteId: string,
  { tx, who, now }: Change,
  lesson: LessonRow,
  sent: Sent,
): Promise<boolean> {
  const made = await tx
    .insertInto('observer_note')
    .values({
      owner_id: lesson.owner_id,
      id: noteId,
      lesson_id: lesson.id,
      pupil_id: sent.pupil,
      moment_id: sent.moment,
      author_id: who.personId,
      text: sent.text,
      noted_at: writtenAt(now, sent.ago),
      arrived_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** What the group took out meanwhile may still be named: the observer could not know. */
async function mustBeOfLesson(tx: Change['tx'], lesson: LessonRow, { pupil, moment }: Sent): Promise<void> {
  const isThere = async (table: 'focus_pupil' | 'lesson_moment', wanted: string | null): Promise<boolean> =>
    wanted === null ||
    (await tx
      .selectFrom(table)
      .select('id')
      .where('owner_id', '=', lesson.owner_id)
      .where('lesson_id', '=', lesson.id)
      .where('id', '=', wanted)
      .executeTakeFirst()) !== undefined;
  const errors = {
    ...(!(await isThere('focus_pupil', pupil)) && { pupil: t('Choose a pupil of this lesson.') }),
    ...(!(await isThere('lesson_moment', moment)) && { moment: t('Choose a moment of this lesson.') }),
  };
  if (Object.keys(errors).length > 0) throw new Refused(errors);
}
