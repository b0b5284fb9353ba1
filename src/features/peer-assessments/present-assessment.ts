import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { questions, type Texts } from './assessment-form.ts';

/** What one partner wrote about another, for those whom the law lets open it. */
export async function presentAssessment(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('peer_assessment as a')
    .innerJoin('person as w', 'w.id', 'a.writer_id')
    .innerJoin('person as s', 's.id', 'a.subject_id')
    .select(['w.name as writer', 's.name as subject', 'a.texts', 'a.reply'])
    .where('a.owner_id', '=', ownerId)
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow();
  const texts = row.texts as Texts;
  return {
    title: t('{writer} about {subject}', { writer: row.writer, subject: row.subject }),
    fields: [
      ...questions().map(({ name, label }) => ({ label, text: texts[name] ?? '' })),
      { label: t('{name} replied', { name: row.subject }), text: row.reply },
    ].filter(({ text }) => text),
  };
}
