import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface SeenRow {
  id: string;
  at: Date;
  reader: string;
  kind: string;
  purpose: string;
  manner: string;
}

export const seenPageSize = 50;

/**
 * The log of what is one person's, newest first: in the organisations they belong to and among what
 * is their own. What must stay hidden for somebody's safety is left out until its day.
 */
export async function selectSeen(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
  filter: { page: number; kind: string },
  now: Date,
): Promise<{ rows: SeenRow[]; total: number }> {
  let wanted = db
    .selectFrom('access_log as l')
    .innerJoin('person as p', 'p.id', 'l.reader_id')
    .select([
      'l.id',
      'l.at',
      'p.name as reader',
      'l.item_kind as kind',
      'l.purpose',
      'l.manner',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('l.owner_id', 'in', [personId, ...organisationIds])
    .where('l.subject_id', '=', personId)
    .where((row) => row.or([row('l.hidden_until', 'is', null), row('l.hidden_until', '<=', now)]));
  if (filter.kind) wanted = wanted.where('l.item_kind', '=', filter.kind);
  const rows = await wanted
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(seenPageSize)
    .offset((filter.page - 1) * seenPageSize)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
