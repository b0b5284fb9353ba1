import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ClosureKind, TermKind } from './insert-dates.ts';

/** A school year, term, holiday, training day or closed day. */
export interface SchoolDate {
  id: string;
  kind: TermKind | ClosureKind;
  name: string;
  startsOn: string;
  endsOn: string;
}

const tableOf = { term: 'term', closure: 'closure' } as const;
type DateTable = keyof typeof tableOf;

/** Everything that is still to come or runs on `from` or later, in order of days. */
export async function selectDates(db: Db, ownerId: string, from: string): Promise<SchoolDate[]> {
  const { rows } = await sql<SchoolDate>`
    select t.id, t.kind, t.name, t.starts_on as "startsOn", t.ends_on as "endsOn"
    from term t where t.owner_id = ${ownerId} and t.ended_at is null and t.ends_on >= ${from}
    union all
    select c.id, c.kind, c.name, c.starts_on, c.ends_on
    from closure c where c.owner_id = ${ownerId} and c.ended_at is null and c.ends_on >= ${from}
    order by 4, 5 desc
    limit 400`.execute(db);
  return rows;
}

/** One of them, also when it was taken away, with the table that holds it. */
export async function selectDate(
  db: Db,
  ownerId: string,
  id: string,
): Promise<(SchoolDate & { table: DateTable }) | undefined> {
  const { rows } = await sql<SchoolDate & { table: DateTable }>`
    select t.id, t.kind, t.name, t.starts_on as "startsOn", t.ends_on as "endsOn", 'term' as table
    from term t where t.owner_id = ${ownerId} and t.id = ${id}
    union all
    select c.id, c.kind, c.name, c.starts_on, c.ends_on, 'closure'
    from closure c where c.owner_id = ${ownerId} and c.id = ${id}`.execute(db);
  return rows[0];
}

export async function updateDate(
  tx: Db,
  ownerId: string,
  { table, id }: { table: DateTable; id: string },
  change: { name: string; startsOn: string; endsOn: string } | { endedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable(tableOf[table])
    .set(
      'name' in change
        ? { name: change.name, starts_on: change.startsOn, ends_on: change.endsOn }
        : { ended_at: change.endedAt },
    )
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
