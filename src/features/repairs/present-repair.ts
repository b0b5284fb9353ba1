import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type State, stateWords } from './repair.ts';

/** A report in words, for those whom the law lets open one that was taken back. */
export async function presentRepair(db: Db, ownerId: string, id: string): Promise<Presented> {
  const row = await db
    .selectFrom('repair')
    .select(['title', 'text', 'state'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: row.title,
    fields: [
      { label: t('Where it stands'), text: stateWords[row.state as State]() },
      { label: t('More about it'), text: row.text },
    ],
  };
}
