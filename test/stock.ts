import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { readKinds } from '#platform/db/schema/kinds.ts';

/** Rows of these come with being there at all, or are written about a refusal. */
const unwatched = new Set(['migration', 'session', 'sign_in_throttle', 'access_log']);
const watched = Object.keys(readKinds()).filter((table) => !unwatched.has(table));

/** What each table holds: how many rows, and a sum of what stands in them that changes with any of it. */
export async function stockOf(db: Db): Promise<Record<string, string>> {
  const tables = watched.map(
    (table) => sql`
      select ${table} as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(r::text, 0)), 0) as holds
      from ${sql.table(table)} as r`,
  );
  const { rows } = await sql<{ name: string; holds: string }>`
    /* job: test */ ${sql.join(tables, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, holds }) => [name, holds]));
}
