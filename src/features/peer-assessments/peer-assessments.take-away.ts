import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { questions, type Texts } from './assessment-form.ts';

interface Row {
  mine: boolean;
  writer: string;
  subject: string;
  texts: Texts;
  reply: string;
  at: Date;
}

/** What a person wrote about partners, and what partners sent about them, which is about their own learning. */
export async function takeAwayAssessments(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select a.writer_id = ${personId} as mine, w.name as writer, s.name as subject, a.texts, a.updated_at as at,
      case when a.subject_id = ${personId} then a.reply else '' end as reply
    from peer_assessment a join person w on w.id = a.writer_id join person s on s.id = a.subject_id
    where a.owner_id = any(${organisationIds}::uuid[])
      and (a.writer_id = ${personId} or (a.subject_id = ${personId} and a.sent_at is not null))
    order by a.updated_at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('How far we have come'),
      entries: rows.map(({ mine, writer, subject, texts, reply, at }) => ({
        title: mine
          ? t('About {name}, by you', { name: subject })
          : t('About you, by {name}', { name: writer }),
        at,
        fields: [
          ...questions()
            .filter(({ name }) => texts[name])
            .map(({ name, label }) => ({ label, text: texts[name]! })),
          ...(reply ? [{ label: t('What you say to it'), text: reply }] : []),
        ],
      })),
      stays: t('The school keeps these too, for the two partners.'),
    },
  ];
}
