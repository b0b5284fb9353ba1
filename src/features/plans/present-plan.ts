import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A suggestion in words, for those whom the law lets open one that is not theirs. */
export async function presentSuggestion(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<{ title: string; words: string; answer: string }>`
    select s.title, g.words, g.answer from plan_suggestion g
    join scheme s on s.owner_id = ${ownerId} and s.id = g.scheme_id
    where g.owner_id = ${ownerId} and g.id = ${id}`.execute(db);
  const { title, words, answer } = rows[0]!;
  return {
    title: t('A suggestion beside “{title}”', { title }),
    fields: [
      { label: t('What was suggested'), text: words },
      { label: t('What was answered'), text: answer },
    ],
  };
}

/** A scheme of work in words, for the same. */
export async function presentPlan(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<{ title: string; texts: { label: string; text: string }[] }>`
    select s.title, coalesce((select json_agg(json_build_object('label', coalesce(h.value->>'title', p.key), 'text', p.text))
      from scheme_part p left join jsonb_array_elements(s.parts) h (value) on h.value->>'key' = p.key
      where p.owner_id = ${ownerId} and p.scheme_id = s.id and p.text <> ''), '[]'::json) as texts
    from scheme s where s.owner_id = ${ownerId} and s.id = ${id}`.execute(db);
  return { title: rows[0]!.title, fields: rows[0]!.texts };
}
