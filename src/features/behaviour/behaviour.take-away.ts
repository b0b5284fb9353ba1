import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

interface Noted {
  category: string;
  words: string;
  on: string;
  at: Date;
}

interface Said {
  category: string;
  words: string;
  at: Date;
}

/**
 * What was shown to a pupil about themselves, and what anybody at home said about it. What staff noted is the school's
 * record of a pupil, and what one read about one's child is the child's.
 */
export async function takeAwayBehaviour(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows: noted } = await sql<Noted>`
    select c.name as category, e.words, e.happened_on as "on", e.created_at as at
    from behaviour_event e join behaviour_category c on c.owner_id = e.owner_id and c.id = e.category_id
    where e.owner_id = any(${organisationIds}::uuid[]) and e.pupil_id = ${personId} and e.seen = 'shown'
      and e.ended_at is null
    order by e.tone desc, e.happened_on, e.id`.execute(db);
  const { rows: said } = await sql<Said>`
    select c.name as category, r.words, r.changed_at as at
    from behaviour_reply r
    join behaviour_event e on e.owner_id = r.owner_id and e.id = r.event_id
    join behaviour_category c on c.owner_id = e.owner_id and c.id = e.category_id
    where r.owner_id = any(${organisationIds}::uuid[]) and r.written_by = ${personId} and r.ended_at is null
    order by r.changed_at, r.id`.execute(db);
  return [
    ...(noted.length === 0
      ? []
      : [
          {
            title: t('What was noted about me'),
            entries: noted.map(({ category, words, on, at }) => ({
              title: category,
              at,
              fields: [
                { label: t('Day'), text: formatDate(on) },
                { label: t('What it said'), text: words },
              ],
            })),
            stays: t('What was noted stays with the school, as long as it keeps records of its pupils.'),
          },
        ]),
    ...(said.length === 0
      ? []
      : [
          {
            title: t('What I said about something noted'),
            entries: said.map(({ category, words, at }) => ({
              title: category,
              at,
              fields: [{ label: t('What I said'), text: words }],
            })),
            stays: t('What it was about is the school’s record of a pupil.'),
          },
        ]),
  ];
}
