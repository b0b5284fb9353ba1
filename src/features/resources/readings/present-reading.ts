import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { answersInOrder, type Reading } from './reading.ts';

/** A reading in words, for those whom the law lets open one that is not theirs. */
export async function presentReading(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('resource_reading as k')
    .innerJoin('resource as r', (on) =>
      on.onRef('r.owner_id', '=', 'k.owner_id').onRef('r.id', '=', 'k.resource_id'),
    )
    .select(['r.title', 'k.words', 'k.answers', 'k.reply'])
    .where('k.owner_id', '=', ownerId)
    .where('r.owner_id', '=', ownerId)
    .where('k.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: t('A reading of “{title}”', { title: row.title }),
    fields: [
      { label: t('What was asked'), text: row.words },
      ...answersInOrder(row.answers as Reading['answers']).map(({ ask, says }) => ({
        label: ask,
        text: says,
      })),
      { label: t('What was made of it'), text: row.reply },
    ],
  };
}
