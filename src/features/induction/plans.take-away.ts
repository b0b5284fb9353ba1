import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byIdOrNone, catalogue } from '#features/evidence/index.ts';
import { type Part, partTitle } from './plan.ts';

interface Row {
  from: string;
  newIn: string;
  at: Date;
  lines: { principle: string; part: Part; words: string }[];
  evidence: { principle: string; words: string; link: string }[];
}

/** A person's own induction plans: what was planned for them, and the evidence. */
export async function takeAwayPlans(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select n.starts_on as "from", n.new_in as "newIn", n.made_at as at,
      coalesce((select json_agg(json_build_object('principle', l.principle, 'part', l.part, 'words', l.words))
        from induction_line l where l.owner_id = n.owner_id and l.plan_id = n.id and l.words <> ''), '[]'::json) as lines,
      coalesce((select json_agg(json_build_object('principle', e.principle, 'words', e.words, 'link', e.link)
          order by e.on_date)
        from induction_evidence e where e.owner_id = n.owner_id and e.plan_id = n.id and e.ended_at is null),
        '[]'::json) as evidence
    from induction_plan n where n.owner_id = any(${organisationIds}::uuid[]) and n.person_id = ${personId}
    order by n.made_at`.execute(db);
  if (rows.length === 0) return [];
  const titleOf = (id: string): string => byIdOrNone(catalogue().induction.principles, id)?.title ?? id;
  return [
    {
      title: t('My induction plans'),
      entries: rows.map(({ newIn, at, lines, evidence }) => ({
        title: newIn,
        at,
        fields: [
          ...lines.map(({ principle, part, words }) => ({
            label: `${titleOf(principle)}: ${partTitle(part)}`,
            text: words,
          })),
          ...evidence.map(({ principle, words, link }) => ({
            label: `${titleOf(principle)}: ${t('Evidence')}`,
            text: [words, link].filter(Boolean).join(' '),
          })),
        ],
      })),
      stays: t('The plan itself stays with the school, for those who wrote it with you.'),
    },
  ];
}
