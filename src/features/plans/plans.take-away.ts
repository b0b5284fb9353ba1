import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The schemes of work that somebody began, and what they suggested beside others'. */
export async function takeAwayPlans(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows: plans } = await sql<{
    title: string;
    subject: string;
    at: Date;
    texts: { label: string; text: string }[];
  }>`
    select s.title, s.subject, s.created_at as at, coalesce((
      select json_agg(json_build_object('label', x.label, 'text', x.text) order by x.place) from (
        select coalesce(h.value->>'title', p.key) as label, p.text, coalesce(h.place, 0) as place from scheme_part p
          left join jsonb_array_elements(s.parts) with ordinality h (value, place) on h.value->>'key' = p.key
          where p.owner_id = s.owner_id and p.scheme_id = s.id and p.text <> ''
        union all select l.title, l.text, 1000 + l.position from planned_lesson l
          where l.owner_id = s.owner_id and l.scheme_id = s.id and l.ended_at is null) x), '[]'::json) as texts
    from scheme s join item i on i.owner_id = s.owner_id and i.id = s.id
    where s.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by s.created_at, s.id`.execute(db);
  const { rows: suggestions } = await sql<{ title: string; words: string; answer: string; at: Date }>`
    select s.title, g.words, g.answer, g.created_at as at from plan_suggestion g
    join item i on i.owner_id = g.owner_id and i.id = g.id
    join scheme s on s.owner_id = g.owner_id and s.id = g.scheme_id
    where g.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by g.created_at, g.id`.execute(db);
  return [
    {
      title: t('Schemes of work I began'),
      entries: plans.map(({ title, subject, at, texts }) => ({
        title,
        at,
        fields: [{ label: t('Subject'), text: subject }, ...texts],
      })),
      stays: t('The plan stays with the school, for those who teach by it.'),
    },
    {
      title: t('What I suggested beside plans'),
      entries: suggestions.map(({ title, words, answer, at }) => ({
        title,
        at,
        fields: [
          { label: t('What I suggested'), text: words },
          { label: t('What they answered'), text: answer },
        ].filter((each) => each.text !== ''),
      })),
      stays: '',
    },
  ].filter(({ entries }) => entries.length > 0);
}
