import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id, tooLongBy, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonHref } from './addresses.ts';
import { lessonPage } from './lesson.page.ts';
import { changeLesson, type LessonRow } from './open-lesson.ts';
import { selectPupil } from './pupil-of-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

const longest = 2000;

/** What was written down for one moment; `text` is '' where nothing was. */
interface Written {
  momentId: string;
  title: string;
  text: string;
}

/**
 * Saves what the group predicts of one pupil, moment by moment, over the version that was shown. Texts replaced are
 * kept. Throws `Stale` with the others' when somebody saved meanwhile, `Refused` once it was said that the lesson has
 * been held, also where that was taken back.
 */
export const predict = action('/programmes/:programme/steps/:number/lesson/predicted', {
  purpose: 'learning',
  access: researchLessonPolicy,
  page: lessonPage,
  input: z.looseObject({ pupil: id(), version: version() }),
  async run(change, sent) {
    const { opened, step, lesson } = await changeLesson(change);
    // What is set beside what was seen must have been written before anybody could read it.
    if (lesson.first_held_at)
      throw new Refused(
        lesson.held_at
          ? t('The lesson has been held: what was predicted stands.')
          : t('Everybody could read all notes already: what was predicted stands.'),
      );
    const pupil = await selectPupil(change, lesson, sent.pupil);
    const of = { ownerId: lesson.owner_id, id: pupil.id };
    const before = await selectPredicted(change, lesson, pupil.id);
    const written = readPredictions(sent, before);
    if (sent.version !== pupil.predicted_version)
      await throwStale(
        change.tx,
        of,
        {
          version: pupil.predicted_version,
          fields: before
            .filter(({ momentId }) => sent[fieldOf(momentId)] !== undefined)
            .map(({ momentId, title, text }) => ({ name: fieldOf(momentId), label: title, text })),
        },
        change.now,
      );
    const changed = written.filter(({ momentId, text }) => text !== textAt(before, momentId));
    for (const each of changed) await writePrediction(change, of, each);
    const next = pupil.predicted_version + 1;
    await change.tx
      .updateTable('focus_pupil')
      .set({ predicted_version: next })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .execute();
    const texts = Object.fromEntries(written.map(({ momentId, text }) => [momentId, text]));
    await keepText(change.tx, of, next, texts, change.who.personId, change.now);
    await change.record({
      kind: 'research-lesson.predicted',
      itemId: lesson.id,
      body: { pupil: pupil.id, version: next },
    });
    return see(`${lessonHref(opened.programme, step)}#pupil-${pupil.id}`, t('It is saved.'));
  },
});

const fieldOf = (momentId: string): string => `moment-${momentId}`;
const textAt = (all: readonly Written[], momentId: string): string =>
  all.find((each) => each.momentId === momentId)?.text ?? '';

/** All moments of the lesson, those taken out too, each with what is predicted of the pupil there. */
async function selectPredicted({ tx }: Change, lesson: LessonRow, pupilId: string): Promise<Written[]> {
  const rows = await tx
    .selectFrom('lesson_moment as m')
    .leftJoin('predicted_response as r', (join) =>
      join
        .onRef('r.owner_id', '=', 'm.owner_id')
        .onRef('r.moment_id', '=', 'm.id')
        .on('r.pupil_id', '=', pupilId),
    )
    .select(['m.id as momentId', 'm.title', 'r.text'])
    .where('m.owner_id', '=', lesson.owner_id)
    .where('m.lesson_id', '=', lesson.id)
    .orderBy('m.position')
    .execute();
  return rows.map(({ text, ...row }) => ({ ...row, text: text ?? '' }));
}

function readPredictions(sent: Readonly<Record<string, unknown>>, before: readonly Written[]): Written[] {
  const errors: Record<string, string> = {};
  const written = before.map((each): Written => {
    const value = sent[fieldOf(each.momentId)];
    if (typeof value !== 'string') return each;
    const text = value.replace(/\r\n?/g, '\n').trim();
    if (text.length > longest) errors[fieldOf(each.momentId)] = tooLongBy(longest, text);
    return { ...each, text };
  });
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  return written;
}

async function writePrediction(
  { tx, who, now }: Change,
  pupil: { ownerId: string; id: string },
  { momentId, text }: Written,
): Promise<void> {
  const written = { text, predicted_by: who.personId, predicted_at: now };
  await tx
    .insertInto('predicted_response')
    .values({ owner_id: pupil.ownerId, id: newId(now), pupil_id: pupil.id, moment_id: momentId, ...written })
    .onConflict((conflict) => conflict.columns(['owner_id', 'pupil_id', 'moment_id']).doUpdateSet(written))
    .execute();
}
