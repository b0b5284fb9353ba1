import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { OwnNeed } from './asking.queries.ts';
import { whatCame } from './my-answer.page.ts';
import { type SaidByPart, saidInWords } from './needs-form.ts';
import { takeAwayRaised } from './raised/raised.take-away.ts';

interface Row {
  title: string;
  at: Date;
  said: SaidByPart;
  needs: (OwnNeed & { topic: string | null })[];
}

/** One's own answers about needs, with what came of each, out of the named schools. */
export async function takeAwayNeeds(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select a.title, w.updated_at as at, w.said, coalesce((
      select json_agg(json_build_object('side', n.side, 'place', n.place, 'topicId', n.topic_id, 'topic', tp.title,
        'words', n.words, 'priority', p.title, 'individual', l.individual, 'programme', c.name) order by n.side desc, n.place)
      from need n
      left join needs_topic tp on tp.owner_id = n.owner_id and tp.id = n.topic_id
      left join need_link l on l.owner_id = n.owner_id and l.need_id = n.id
      left join school_priority p on p.owner_id = l.owner_id and p.id = l.priority_id
      left join circle c on c.owner_id = l.owner_id and c.id = l.programme_id
      where n.owner_id = w.owner_id and n.answer_id = w.id and n.ended_at is null), '[]') as needs
    from needs_answer w join needs_asking a on a.owner_id = w.owner_id and a.id = w.asking_id
    where w.owner_id = any(${organisationIds}::uuid[]) and w.person_id = ${personId}
    order by w.updated_at`.execute(db);
  const raised = await takeAwayRaised(db, personId, organisationIds);
  if (rows.length === 0) return raised;
  return [
    ...raised,
    {
      title: t('What I said I need'),
      entries: rows.map(({ title, at, said, needs }) => ({
        title,
        at,
        fields: [
          ...needs.map((need) => ({
            label: need.side === 'most' ? t('Most needed') : t('Least needed'),
            text: [[need.topic, need.words].filter(Boolean).join(': '), whatCame(need)].join('\n'),
          })),
          ...saidInWords(said).map(({ label, text }) => ({ label, text })),
        ],
      })),
      stays: t('The school keeps your answers too, for the help they led to.'),
    },
  ];
}
