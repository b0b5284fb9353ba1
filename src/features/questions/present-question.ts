import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A question with its replies, for those whom the law lets open it. */
export async function presentQuestion(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { title, text } = await db
    .selectFrom('question')
    .select(['title', 'text'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const replies = await db
    .selectFrom('question_reply as r')
    .innerJoin('person as p', 'p.id', 'r.author_id')
    .select(['p.name', 'r.text'])
    .where('r.owner_id', '=', ownerId)
    .where('r.question_id', '=', id)
    .where('r.ended_at', 'is', null)
    .orderBy('r.created_at')
    .execute();
  return {
    title,
    fields: [
      { label: t('What was asked'), text },
      ...replies.map((reply) => ({ label: t('{name} replied', { name: reply.name }), text: reply.text })),
    ],
  };
}
