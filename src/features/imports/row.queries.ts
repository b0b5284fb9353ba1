import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Bodies, PreviewPart, PreviewRow } from './preview/preview.ts';
import type { Run } from './run.queries.ts';

export const rowsPerPage = 30;

/** Puts a preview in the place of the one before. */
export async function replaceRows(
  tx: Db,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  rows: readonly PreviewRow[],
): Promise<void> {
  await tx.deleteFrom('import_row').where('owner_id', '=', ownerId).where('run_id', '=', id).execute();
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('import_row')
      .values(
        rows.slice(from, from + 500).map((row, index) => ({
          owner_id: ownerId,
          run_id: id,
          position: from + index,
          part: row.part,
          person_kind: row.personKind,
          search: row.search.slice(0, 500),
          body: JSON.stringify(row.body),
        })),
      )
      .execute();
}

export interface RowFilter {
  part: PreviewPart;
  search: string;
  /** A kind of person; '' for all. */
  kind: string;
  page: number;
}

/** One page of one list of a preview, and how many there are in all. */
export async function selectRows<Part extends PreviewPart>(
  db: Db,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  filter: RowFilter & { part: Part },
  most = rowsPerPage,
): Promise<{ rows: { position: number; personKind: string | null; body: Bodies[Part] }[]; total: number }> {
  const words = comparable(filter.search).split(' ').filter(Boolean);
  const { rows } = await sql<{
    position: number;
    personKind: string | null;
    body: Bodies[Part];
    total: number;
  }>`
    select w.position, w.person_kind as "personKind", w.body, count(*) over ()::int as total
    from import_row w
    where w.owner_id = ${ownerId} and w.run_id = ${id} and w.part = ${filter.part}
      ${filter.kind ? sql`and w.person_kind = ${filter.kind}` : sql``}
      ${
        words.length > 0
          ? sql`and ${sql.join(
              words.map((word) => sql`w.search like ${`%${word}%`}`),
              sql` and `,
            )}`
          : sql``
      }
    order by w.position limit ${most} offset ${(filter.page - 1) * most}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** These lines of one list. */
export async function selectRowsAt<Part extends PreviewPart>(
  db: Db,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
  part: Part,
  positions: readonly number[],
): Promise<{ position: number; body: Bodies[Part] }[]> {
  const { rows } = await sql<{ position: number; body: Bodies[Part] }>`
    select w.position, w.body from import_row w
    where w.owner_id = ${ownerId} and w.run_id = ${id} and w.part = ${part} and w.position = any(${positions}::int[])
    order by w.position`.execute(db);
  return rows;
}
