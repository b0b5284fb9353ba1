import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The questions a person asked and the replies they wrote, in the named schools. Others' words stay. */
export async function takeAwayQuestions(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<{ title: string; text: string; at: Date; asked: boolean }>`
    select q.title, q.text, q.asked_at as at, true as asked from question q
    where q.owner_id = any(${organisationIds}::uuid[]) and q.asker_id = ${personId}
    union all
    select q.title, r.text, r.created_at as at, false as asked
    from question_reply r join question q on q.owner_id = r.owner_id and q.id = r.question_id
    where r.owner_id = any(${organisationIds}::uuid[]) and r.author_id = ${personId} and r.ended_at is null
    order by at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('My questions and replies'),
      entries: rows.map(({ title, text, at, asked }) => ({
        title,
        at,
        fields: [{ label: asked ? t('What I asked') : t('What I replied'), text }],
      })),
      stays: t('What others replied is theirs, and stays where it was said.'),
    },
  ];
}
