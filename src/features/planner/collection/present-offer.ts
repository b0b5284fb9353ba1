import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { PartInWords } from '#features/agreements/index.ts';

/** The copy of an agreement as its people worded it, for those whom the law lets open it. */
export async function presentOffer(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { parts } = await db
    .selectFrom('agreement_offer')
    .select('parts')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: t('A copy for the collection'),
    fields: (parts as PartInWords[]).map(({ label, text }) => ({ label, text })),
  };
}
