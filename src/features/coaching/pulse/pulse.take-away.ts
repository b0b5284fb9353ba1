import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Answered } from './pulse.queries.ts';
import { inWords } from './pulse-words.ts';

type Row = Pick<Answered, 'answers' | 'words' | 'round'> & { at: Date };

/** One's own answers about one's relationships, out of the named schools. */
export async function takeAwayPulse(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select r.answers, r.words, r.round, r.answered_at as at from relationship_pulse r
    where r.owner_id = any(${organisationIds}::uuid[]) and r.person_id = ${personId}
    order by r.round, r.id`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('Three questions about working together'),
      entries: rows.map((row) => ({
        title: t('Asked on {day}', { day: formatDate(row.round) }),
        at: row.at,
        fields: inWords(row),
      })),
      stays: t('Your answers stay in the figures of many, without your name.'),
    },
  ];
}
