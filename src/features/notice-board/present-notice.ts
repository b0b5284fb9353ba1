import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** A notice in words, for those whom the law lets open one that was taken down. */
export async function presentNotice(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('posted_notice')
    .select(['title', 'text', 'from_on as fromOn', 'until_on as untilOn'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: row.title,
    fields: [
      {
        label: t('Shown'),
        text: t('from {from} until {until}', {
          from: formatDate(row.fromOn),
          until: formatDate(row.untilOn),
        }),
      },
      { label: t('What it said'), text: row.text },
    ],
  };
}
