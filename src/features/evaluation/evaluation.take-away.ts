import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askingWords, type AskingMoment } from './asking-moment.ts';
import { type SaidByQuestion, saidTexts, type Side } from './questions-form.ts';

interface Row {
  title: string;
  moment: AskingMoment;
  side: Side;
  said: SaidByQuestion;
  at: Date;
}

/** What one said oneself. Figures of pupils and the list of who is who stay: they are about pupils. */
export async function takeAwayEvaluation(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<Row>`
    select p.title, w.moment, w.side, w.said, w.updated_at as at
    from evaluation_answer w
    join evaluation e on e.owner_id = w.owner_id and e.id = w.evaluation_id
    join programme p on p.owner_id = e.owner_id and p.id = e.programme_id
    where w.owner_id = any(${organisationIds}::uuid[]) and w.person_id = ${personId}
    order by w.updated_at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('What I said about programmes'),
      entries: rows.map(({ title, moment, side, said, at }) => ({
        title: t('{programme}: {moment}', { programme: title, moment: askingWords(moment) }),
        at,
        fields: saidTexts(said, side).map(({ label, text }) => ({ label, text })),
      })),
      stays: t(
        'Figures of pupils, and your list of who is who, stay with the school: they are about pupils.',
      ),
    },
  ];
}
