import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type Texts, textsInWords } from './starting-points-form.ts';

/** All starting points of a person, wherever they were written, and their replies to notes of talks. */
export async function takeAwayStartingPoints(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const own = await sql<{ title: string; at: Date; texts: Texts }>`
    select s.title, s.updated_at as at, s.texts from starting_points s
    join item i on i.owner_id = s.owner_id and i.id = s.id
    where s.owner_id = ${personId} and i.ended_at is null order by s.created_at`.execute(db);
  const talks = await sql<{ at: Date; heldOn: string; interviewer: string; reply: string }>`
    select n.updated_at as at, n.held_on as "heldOn", p.name as interviewer, n.reply from interview_notes n
    join item i on i.owner_id = n.owner_id and i.id = n.id
    join person p on p.id = n.interviewer_id
    where n.owner_id = any(${organisationIds}::uuid[]) and n.teacher_id = ${personId} and i.ended_at is null
    order by n.held_on`.execute(db);
  if (own.rows.length === 0 && talks.rows.length === 0) return [];
  return [
    {
      title: t('Where I start from'),
      entries: [
        ...own.rows.map(({ title, at, texts }) => ({
          title,
          at,
          fields: textsInWords(texts).map(({ label, text }) => ({ label, text })),
        })),
        ...talks.rows
          .filter(({ reply }) => reply)
          .map(({ at, heldOn, interviewer, reply }) => ({
            title: t('My reply to {name}, {day}', { name: interviewer, day: formatDate(heldOn) }),
            at,
            fields: [{ label: t('My reply'), text: reply }],
          })),
      ],
      stays:
        talks.rows.length > 0
          ? t(
              'Notes of talks were written together, so they stay in the school’s keeping. You can read them while you are there.',
            )
          : '',
    },
  ];
}
