import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Titles, titleIn } from '../techniques/library-titles.queries.ts';
import { type Side, sideWords } from './exchange.ts';

interface Said {
  technique: string;
  side: Side;
  chosenAt: Date;
}

/** What one said that one could show or would like to see, school by school. */
export async function takeAwayExchange(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
  titles: Titles,
): Promise<TakeAwaySection[]> {
  const said: Said[] = [];
  for (const owner of organisationIds) {
    const { rows } = await sql<Said>`
      select c.technique, c.side, c.chosen_at as "chosenAt"
      from exchange_choice c join item i on i.owner_id = c.owner_id and i.id = c.id
      where c.owner_id = ${owner} and c.person_id = ${personId} and i.ended_at is null
      order by c.chosen_at, c.id`.execute(db);
    said.push(...rows);
  }
  if (said.length === 0) return [];
  return [
    {
      title: t('Showing and seeing'),
      entries: said.map(({ technique, side, chosenAt }) => ({
        title: titleIn(technique, titles),
        at: chosenAt,
        fields: [{ label: t('What I said'), text: sideWords(side) }],
      })),
      stays: t('What colleagues answered you stays with them and the school.'),
    },
  ];
}
