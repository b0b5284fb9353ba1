import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { TeachesBy } from './teaches-by.ts';

export interface Settings {
  kind: string;
  name: string;
  zone: string;
  language: string;
  currency: string;
  /** Null where the school has not said. */
  teachesBy: TeachesBy | null;
}

export const selectSettings = (db: Db, organisationId: string): Promise<Settings> =>
  db
    .selectFrom('organisation')
    .select([
      'kind',
      'name',
      'time_zone as zone',
      'locale as language',
      'currency',
      'teaches_by as teachesBy',
    ])
    .$narrowType<{ teachesBy: TeachesBy | null }>()
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();

export async function updateSettings(
  tx: Db,
  organisationId: string,
  settings: Omit<Settings, 'kind'>,
): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({
      name: settings.name,
      sort_name: comparable(settings.name) || settings.name.toLowerCase(),
      time_zone: settings.zone,
      locale: settings.language,
      currency: settings.currency,
      teaches_by: settings.teachesBy,
    })
    .where('id', '=', organisationId)
    .execute();
}
