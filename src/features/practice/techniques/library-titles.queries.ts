import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import { techniqueTitle } from './technique.ts';

/** What the techniques of these schools' libraries are called, by id. */
export type Titles = ReadonlyMap<string, string>;

export async function selectLibraryTitles(db: Db, organisationIds: readonly string[]): Promise<Titles> {
  const titles = new Map<string, string>();
  for (const owner of organisationIds) {
    const rows = await db
      .selectFrom('technique')
      .select(['id', 'title'])
      .where('owner_id', '=', owner)
      .execute();
    for (const { id, title } of rows) titles.set(id, title);
  }
  return titles;
}

/** What one of them is called, or a technique of the catalogue. */
export const titleIn = (technique: string | null, titles: Titles): string =>
  t(techniqueTitle(technique, titles.get(technique ?? '') ?? null));
