import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A person's own targets, in their archive. Nobody else's are in it, those of people they manage neither. */
export async function takeAwayTargets(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('appraisal_target')
    .select(['year', 'wording', 'looks_like', 'written_at'])
    .where('owner_id', 'in', organisationIds)
    .where('person_id', '=', personId)
    .orderBy('written_at')
    .execute();
  if (rows.length === 0) return [];
  return [
    {
      title: t('My targets for appraisal'),
      entries: rows.map(({ year, wording, looks_like, written_at }) => ({
        title: t('A target for {year}', { year }),
        at: written_at,
        fields: [
          { label: t('The target'), text: wording },
          { label: t('What success looks like'), text: looks_like },
        ].filter(({ text }) => text),
      })),
      stays: t('The school keeps your targets too, as part of your appraisal.'),
    },
  ];
}
