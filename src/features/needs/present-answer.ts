import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Side } from './asking.queries.ts';
import { type SaidByPart, saidInWords } from './needs-form.ts';

interface Row {
  title: string;
  said: SaidByPart;
  needs: { side: Side; topic: string | null; words: string }[];
}

/** An answer about needs, for those whom the law lets open it. */
export async function presentAnswer(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<Row>`
    select a.title, w.said, coalesce((
      select json_agg(json_build_object('side', n.side, 'topic', p.title, 'words', n.words) order by n.side desc, n.place)
      from need n left join needs_topic p on p.owner_id = n.owner_id and p.id = n.topic_id
      where n.owner_id = w.owner_id and n.answer_id = w.id and n.ended_at is null), '[]') as needs
    from needs_answer w join needs_asking a on a.owner_id = w.owner_id and a.id = w.asking_id
    where w.owner_id = ${ownerId} and w.id = ${id}`.execute(db);
  const { title, said, needs } = rows[0]!;
  return {
    title,
    fields: [
      ...needs.map(({ side, topic, words }) => ({
        label: side === 'most' ? t('Most needed') : t('Least needed'),
        text: [topic, words].filter(Boolean).join(': '),
      })),
      ...saidInWords(said).map(({ label, text }) => ({ label, text })),
    ],
  };
}
