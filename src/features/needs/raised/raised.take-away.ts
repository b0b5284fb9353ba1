import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented, TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The needs that somebody raised by themselves, with what they were told about each. */
export async function takeAwayRaised(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<{ words: string; subject: string; answer: string; at: Date }>`
    select n.words, n.subject, n.answer, n.created_at as at from raised_need n
    join item i on i.owner_id = n.owner_id and i.id = n.id
    where n.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by n.created_at, n.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('What I said would help'),
      entries: rows.map(({ words, subject, answer, at }) => ({
        title: subject || t('A need'),
        at,
        fields: [
          { label: t('What would help'), text: words },
          { label: t('What the CPD leader said'), text: answer },
        ].filter((each) => each.text !== ''),
      })),
      stays: t('The school keeps it too, for the help it led to.'),
    },
  ];
}

/** One of them in words, for those whom the law lets open it. */
export async function presentRaised(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('raised_need')
    .select(['words', 'answer'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: t('A need'),
    fields: [
      { label: t('What would help'), text: row.words },
      { label: t('What the CPD leader said'), text: row.answer },
    ],
  };
}
