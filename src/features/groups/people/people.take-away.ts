import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Written {
  group: string;
  text: string;
  at: Date;
}

/** What one said that a group takes the place of, and what one wrote to those one asked or would join. */
export async function takeAwayPeople(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const owners = sql`any(${organisationIds}::uuid[])`;
  const { rows: replaces } = await sql<Written>`
    select p.title as "group", r.words as text, r.written_at as at
    from group_replaces r join programme p on p.owner_id = r.organisation_id and p.id = r.programme_id
    where r.owner_id = ${personId} and p.owner_id = ${owners} order by r.written_at`.execute(db);
  const { rows: asked } = await sql<Written>`
    select p.title as "group", v.words as text, v.at
    from group_invitation v join programme p on p.owner_id = v.owner_id and p.id = v.programme_id
    where v.owner_id = ${owners} and p.owner_id = ${owners} and v.by_id = ${personId} and v.words <> ''
    order by v.at`.execute(db);
  const section = (
    title: string,
    label: string,
    rows: readonly Written[],
    stays: string,
  ): TakeAwaySection => ({
    title,
    entries: rows.map(({ group, text, at }) => ({ title: group, at, fields: [{ label, text }] })),
    stays,
  });
  return [
    section(t('What groups take the place of'), t('It takes the place of'), replaces, ''),
    section(
      t('What you wrote when asking'),
      t('Your words'),
      asked,
      t('Those whom you asked keep what you wrote to them.'),
    ),
  ].filter(({ entries }) => entries.length > 0);
}
