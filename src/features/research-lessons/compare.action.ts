import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { idFrom } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import { choice, id, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { findings } from './lesson.ts';
import { lessonPage } from './lesson.page.ts';
import { changeLesson } from './open-lesson.ts';
import { selectPupil } from './pupil-of-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/**
 * The group says what became of its predictions of one pupil: as expected, surprised, not seen, or in its own
 * words. Only after the lesson. Throws `Stale` when somebody said something else meanwhile.
 */
export const compare = action('/programmes/:programme/steps/:number/lesson/compared', {
  purpose: 'learning',
  access: researchLessonPolicy,
  page: lessonPage,
  input: z.object({
    pupil: id(),
    finding: z.preprocess((sent) => (sent === '' ? undefined : sent), choice(findings).optional()),
    words: optionalProse(4000),
    version: version(),
  }),
  async run(change, { pupil: pupilId, finding, words, version: shown }) {
    const { opened, step, lesson } = await changeLesson(change);
    const pupil = await selectPupil(change, lesson, pupilId);
    if (!lesson.held_at) throw new Refused(t('This is looked at once the lesson has been held.'));
    if (finding === undefined && words === '')
      throw new Refused({ words: t('Choose one of the three, or say it in your own words.') });
    if (shown !== pupil.compared_version) {
      const writer = await change.tx
        .selectFrom('person')
        .select('name')
        .where('id', '=', pupil.compared_by)
        .executeTakeFirst();
      throw new Stale({
        version: pupil.compared_version,
        writerId: pupil.compared_by,
        writtenBy: writer?.name ?? t('Somebody'),
        writtenAt: pupil.compared_at ?? change.now,
        fields: [{ name: 'words', label: t('In your own words'), text: pupil.compared_words }],
      });
    }
    const of = { ownerId: lesson.owner_id, id: pupil.id };
    await change.tx
      .updateTable('focus_pupil')
      .set({
        compared: finding ?? null,
        compared_words: words,
        compared_version: shown + 1,
        compared_by: change.who.personId,
        compared_at: change.now,
      })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .execute();
    // Beside the versions of what was predicted, which are kept under the pupil's own id.
    const kept = { ...of, id: idFrom(`compared ${of.id}`) };
    const texts = { finding: finding ?? '', words };
    await keepText(change.tx, kept, shown + 1, texts, change.who.personId, change.now);
    await change.record({
      kind: 'research-lesson.compared',
      itemId: lesson.id,
      body: { pupil: pupil.id, version: shown + 1 },
    });
    return see(`${lessonHref(opened.programme, step)}#pupil-${pupil.id}`, t('It is saved.'));
  },
});
