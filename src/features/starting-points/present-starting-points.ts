import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { selectInterviewNotes } from './interview-notes.queries.ts';
import { type Texts, textsInWords } from './starting-points-form.ts';

const inWords = (texts: Texts) => textsInWords(texts).map(({ label, text }) => ({ label, text }));

/** Starting points in words, for those whom the law lets open them. */
export async function presentStartingPoints(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { title, texts } = await db
    .selectFrom('starting_points')
    .select(['title', 'texts'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { title, fields: inWords(texts as Texts) };
}

/** The same for notes of a talk, with the reply. */
export async function presentInterviewNotes(db: Db, ownerId: string, id: string): Promise<Presented> {
  const notes = await selectInterviewNotes(db, ownerId, id);
  return {
    title: t('{interviewer} talked with {teacher}, {day}', {
      interviewer: notes.interviewer,
      teacher: notes.teacher,
      day: formatDate(notes.heldOn),
    }),
    fields: [
      ...inWords(notes.texts),
      ...(notes.reply ? [{ label: t('{name} replied', { name: notes.teacher }), text: notes.reply }] : []),
    ],
  };
}
