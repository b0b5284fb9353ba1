import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { putAway } from '#platform/notices/put-away.ts';
import { endUntouchedDrafts } from '#features/programmes/index.ts';

/** How many drafts of programmes belong to a passage. */
export async function countCarriedOn(db: Db, owner: string, yearEndId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from year_end_row r
    where r.owner_id = ${owner} and r.year_end_id = ${yearEndId} and r.kind = 'programme-copied'`.execute(db);
  return rows[0]!.n;
}

/**
 * Takes the drafts of a passage away that nobody worked on, and what waited for their leaders. Those that somebody
 * worked on are theirs: they stay, and are the passage's no more. Answers how many went and how many stay.
 */
export async function takeDraftsAway(
  change: Change,
  yearEndId: string,
): Promise<{ went: number; stay: number }> {
  const { tx, organisationId: owner, now } = change;
  const { rows } = await sql<{ id: string }>`delete from year_end_row r
    where r.owner_id = ${owner} and r.year_end_id = ${yearEndId} and r.kind = 'programme-copied'
    returning r.row_id as id`.execute(tx);
  const gone = await endUntouchedDrafts(
    change,
    rows.map(({ id }) => id),
  );
  for (const id of gone)
    for (const personId of await selectToldOf(tx, owner, id))
      await putAway(tx, { personId, circleId: id }, [id], now);
  return { went: gone.length, stay: rows.length - gone.length };
}

async function selectToldOf(tx: Db, owner: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select n.owner_id as "personId" from notice n
    where n.owner_id in (select m.person_id from member m where m.owner_id = ${owner}) and n.from_owner = ${owner}
      and n.item_id = ${id} and n.done_at is null`.execute(tx);
  return rows.map(({ personId }) => personId);
}
