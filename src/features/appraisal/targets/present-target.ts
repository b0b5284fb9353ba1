import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A target in words, for those whom the law lets open it. */
export async function presentTarget(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { year, wording, looks_like } = await db
    .selectFrom('appraisal_target')
    .select(['year', 'wording', 'looks_like'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    title: t('A target for {year}', { year }),
    fields: [
      { label: t('The target'), text: wording },
      { label: t('What success looks like'), text: looks_like },
    ].filter(({ text }) => text),
  };
}
