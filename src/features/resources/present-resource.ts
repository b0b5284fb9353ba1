import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A page in words, for those whom the law lets open one that is not theirs. */
export async function presentResource(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('resource')
    .select(['title', 'summary', 'text'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: row.title,
    fields: [
      { label: t('What it is for'), text: row.summary },
      { label: t('The page'), text: row.text },
    ],
  };
}
