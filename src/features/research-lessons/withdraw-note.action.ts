import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { ticked } from '#platform/http/input.ts';
import { keptAnswer } from '#platform/http/queued.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { noteAtLesson } from './open-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/**
 * An observer takes back a note of their own, or brings it back. Nobody else can. `queued` as for a note that is sent
 * (note.action.ts): the page's script hears that it is done.
 */
const setEnd = (below: 'withdraw' | 'bring-back') =>
  action(`/programmes/:programme/steps/:number/lesson/notes/:note/${below}`, {
    purpose: 'learning',
    access: researchLessonPolicy,
    input: z.object({ queued: ticked() }),
    async run(change, { queued }) {
      const { opened, step, lesson } = await noteAtLesson(change);
      const { tx, params, who, now } = change;
      const id = params.note ?? '';
      const note =
        isId(id) &&
        (await tx
          .selectFrom('observer_note')
          .select('author_id')
          .where('owner_id', '=', lesson.owner_id)
          .where('lesson_id', '=', lesson.id)
          .where('id', '=', id)
          .executeTakeFirst());
      if (!note) throw new NotFound('There is no such note in this lesson.');
      if (note.author_id !== who.personId)
        throw new NotAllowed('Only the person who wrote a note can take it back.', 'Ask them.');
      const ends = below === 'withdraw';
      await tx
        .updateTable('observer_note')
        .set({ ended_at: ends ? now : null })
        .where('owner_id', '=', lesson.owner_id)
        .where('id', '=', id)
        .execute();
      await change.record({
        kind: ends ? 'research-lesson.note-withdrawn' : 'research-lesson.note-brought-back',
        itemId: lesson.id,
        body: { note: id },
      });
      if (queued) return keptAnswer(id);
      const notes = lessonHref(opened.programme, step, 'notes');
      return ends
        ? see(notes, t('The note is taken back.'), `${notes}/${id}/bring-back`)
        : see(notes, t('The note is back.'));
    },
  });
export const withdrawNote = setEnd('withdraw');
export const bringBackNote = setEnd('bring-back');
