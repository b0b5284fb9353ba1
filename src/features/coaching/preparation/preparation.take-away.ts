import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { moduleNamed } from './modules.ts';

/** What somebody wrote for themselves while they prepared to mentor or coach. It is theirs. */
export async function takeAwayPreparation(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  if (organisationIds.length === 0) return [];
  const notes = await db
    .selectFrom('preparation_note')
    .select(['module', 'task', 'words', 'updated_at as at'])
    .where('owner_id', '=', personId)
    .where('organisation_id', 'in', organisationIds)
    .where('words', '<>', '')
    .orderBy('module')
    .orderBy('id')
    .execute();
  if (notes.length === 0) return [];
  const byModule = [...Map.groupBy(notes, ({ module }) => module)];
  return [
    {
      title: t('My notes while preparing to mentor or coach'),
      entries: byModule.map(([id, those]) => ({
        title: moduleNamed(id)?.title ?? id,
        at: new Date(Math.max(...those.map(({ at }) => at.getTime()))),
        fields: those.map(({ task, words }) => ({
          label: moduleNamed(id)?.tasks.find((each) => each.id === task)?.asks ?? task,
          text: words,
        })),
      })),
      stays: t(
        'Agreements, and what was written when one asked another, are written by two people, so they stay in the school’s keeping.',
      ),
    },
  ];
}
